package io.ipbx.mock.auth;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Reads a whole body as long as it is short; answers 413 by itself otherwise. */
public final class BoundedBody {

  private final HttpServerRequest request;
  private final int limit;
  private @Nullable Buffer body;
  private boolean refused;

  private BoundedBody(HttpServerRequest request, int limit) {
    this.request = request;
    this.limit = limit;
  }

  /** Calls {@code then} with the body once it is there; never for one over {@code limit} bytes. */
  public static void read(HttpServerRequest request, int limit, Handler<Buffer> then) {
    BoundedBody reader = new BoundedBody(request, limit);
    if (reader.declaredLength() > limit) {
      reader.refuse();
      return;
    }
    request.handler(reader::add);
    request.endHandler(
        end -> {
          if (!reader.refused) {
            then.handle(reader.body == null ? Buffer.buffer() : reader.body);
          }
        });
  }

  private long declaredLength() {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private void add(Buffer part) {
    if (refused) {
      return;
    }
    if (body == null) {
      body = part;
    } else {
      body = body.copy().appendBuffer(part);
    }
    if (body.length() > limit) {
      refuse();
    }
  }

  /** The rest of the body is of no interest, so the connection cannot be used again. */
  private void refuse() {
    refused = true;
    body = null;
    request
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(
            "{\"statusCode\":413,\"error\":\"Request Entity Too Large\",\"message\":\"the body is"
                + " longer than "
                + limit
                + " bytes\"}")
        .onComplete(written -> request.connection().close());
  }
}

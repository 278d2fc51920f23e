package io.ipbx.mock.wire;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Reads a whole body as long as it is short; answers 413 by itself otherwise. */
public final class BoundedBody {

  private static final int LONGEST_TO_IGNORE = 1 << 20;
  private static final long NO_ERROR = 0;

  private final HttpExchange exchange;
  private final HttpServerRequest request;
  private final int limit;
  private @Nullable Buffer body;
  private boolean isCopied;
  private boolean refused;
  private int ignored;
  private Future<Void> answered = Future.succeededFuture();

  private BoundedBody(HttpExchange exchange, int limit) {
    this.exchange = exchange;
    this.request = exchange.request();
    this.limit = limit;
  }

  /** Calls {@code then} with the body once it is there; never for one over {@code limit} bytes. */
  public static void read(HttpExchange exchange, int limit, Handler<Buffer> then) {
    BoundedBody reader = new BoundedBody(exchange, limit);
    reader.request.handler(reader::add);
    reader.request.endHandler(
        end -> {
          if (reader.refused) {
            reader.hangUp();
          } else {
            Buffer whole = reader.body == null ? Buffer.buffer() : reader.body;
            exchange.setBody(whole);
            then.handle(whole);
          }
        });
    if (reader.declaredLength() > limit) {
      reader.refuse();
    }
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
      ignore(part);
      return;
    }
    if (body == null) {
      body = part;
    } else {
      if (!isCopied) {
        body = body.copy();
        isCopied = true;
      }
      body.appendBuffer(part);
    }
    if (body.length() > limit) {
      refuse();
    }
  }

  /**
   * What is left unread when a connection closes resets it, and the client would lose the answer.
   */
  private void ignore(Buffer part) {
    ignored += part.length();
    if (ignored > LONGEST_TO_IGNORE) {
      hangUp();
    }
  }

  private void hangUp() {
    answered.onComplete(
        written -> {
          if (exchange.sharesConnection()) {
            request.response().reset(NO_ERROR);
          } else {
            request.connection().close();
          }
        });
  }

  /**
   * The rest of the body is of no interest, so the connection cannot be used again; over HTTP/2,
   * where others use it, the stream (RFC 9113 section 8.1).
   */
  private void refuse() {
    refused = true;
    body = null;
    exchange.response().setStatusCode(413).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    if (!exchange.sharesConnection()) {
      exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    answered =
        exchange.end(
            Buffer.buffer(
                "{\"statusCode\":413,\"error\":\"Request Entity Too Large\",\"message\":\"the body"
                    + " is longer than "
                    + limit
                    + " bytes\"}"));
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list that may be long, as an answer: made whole while it is short, in chunks when it is not.
 */
public final class Rows {

  private static final int SHORT = 5_000;

  private final Iterator<JsonObject> rows;
  private @Nullable Buffer begun;
  private boolean closed;

  private Rows(Iterator<JsonObject> rows) {
    this.rows = rows;
  }

  /** Answers with {@code rows}, which are made on a worker. */
  public static Future<Object> answer(Vertx vertx, HttpExchange exchange, Stream<JsonObject> rows) {
    Rows all = new Rows(rows.iterator());
    return vertx
        .executeBlocking(all::begin, false)
        .compose(
            whole ->
                whole == null ? all.send(vertx, exchange) : Future.succeededFuture((Object) whole));
  }

  /** All there are, when they are few. */
  private @Nullable Buffer begin() {
    JsonArray first = new JsonArray();
    while (rows.hasNext() && first.size() < SHORT) {
      first.add(rows.next());
    }
    Buffer text = first.toBuffer();
    begun = text.slice(0, text.length() - 1);
    return rows.hasNext() ? null : text;
  }

  private Future<Object> send(Vertx vertx, HttpExchange exchange) {
    exchange
        .response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
    return Chunks.send(vertx, exchange, this::chunk);
  }

  private @Nullable Buffer chunk() {
    if (closed) {
      return null;
    }
    Buffer first = begun;
    if (first != null) {
      begun = null;
      return first;
    }
    Buffer text = Buffer.buffer(2 * Chunks.SIZE);
    while (rows.hasNext() && text.length() < Chunks.SIZE) {
      text.appendByte((byte) ',').appendBuffer(rows.next().toBuffer());
    }
    closed = !rows.hasNext();
    return closed ? text.appendByte((byte) ']') : text;
  }
}

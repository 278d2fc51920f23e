package io.ipbx.mock.pbx;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A long answer, of which each chunk is made when the one before has gone out. It is made on a
 * worker and written on the event loop. One that a fault spoils is made whole first.
 */
final class Chunks {

  /** The length of a chunk, more or less. */
  static final int SIZE = 64 * 1024;

  private final Vertx vertx;
  private final HttpExchange exchange;
  private final Callable<@Nullable Buffer> source;
  private final Promise<Object> over = Promise.promise();

  private Chunks(Vertx vertx, HttpExchange exchange, Callable<@Nullable Buffer> source) {
    this.vertx = vertx;
    this.exchange = exchange;
    this.source = source;
  }

  /**
   * Sends what {@code source} makes, until that is null. Status and headers are set already.
   *
   * @return completes with nothing when it is out; fails when the client went away
   */
  static Future<Object> send(
      Vertx vertx, HttpExchange exchange, Callable<@Nullable Buffer> source) {
    Chunks chunks = new Chunks(vertx, exchange, source);
    if (exchange.leavesWhole()) {
      chunks.next();
    } else {
      vertx.executeBlocking(chunks::whole, false).onComplete(chunks::spoil, chunks.over::fail);
    }
    return chunks.over.future();
  }

  /** All of it, for a fault that cannot tell what the half of it is before. */
  private Buffer whole() throws Exception {
    Buffer whole = Buffer.buffer();
    for (Buffer chunk = source.call(); chunk != null; chunk = source.call()) {
      whole.appendBuffer(chunk);
    }
    return whole;
  }

  private void spoil(Buffer whole) {
    // How long it is to be is up to the fault.
    exchange.response().setChunked(false).headers().remove(HttpHeaders.CONTENT_LENGTH);
    exchange.end(whole).<Object>mapEmpty().onComplete(over);
  }

  private void next() {
    vertx.executeBlocking(source, false).onComplete(this::write, over::fail);
  }

  private void write(@Nullable Buffer chunk) {
    if (chunk == null) {
      exchange.end().<Object>mapEmpty().onComplete(over);
    } else {
      exchange.response().write(chunk).onComplete(out -> next(), over::fail);
    }
  }
}

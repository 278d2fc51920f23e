package io.ipbx.mock.remote;

import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.control.RequestQuery;
import io.ipbx.mock.journal.RequestJournal;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Requests as server-sent events. It reads from the journal's ring at the speed of its client and
 * keeps nothing itself: a client that is too slow for the ring is told how many it has missed.
 */
final class RequestStream {

  private final Context context;
  private final HttpExchange exchange;
  private final HttpServerResponse response;
  private final RequestJournal journal;
  private final RequestQuery query;
  private final RequestJournal.Follower follower;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Runnable wake = this::wake;

  RequestStream(
      Context context, HttpExchange exchange, RequestJournal journal, RequestQuery query) {
    this.context = context;
    this.exchange = exchange;
    this.response = exchange.response();
    this.journal = journal;
    this.query = query;
    this.follower = journal.follow();
  }

  void start() {
    response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.drainHandler(drained -> send());
    exchange.atEnd(over -> journal.unwatch(wake));
    journal.watch(wake);
    // Who has read this misses nothing that ends from now on.
    response.write(": following\n\n");
    send();
  }

  /** On any thread, as often as it likes: one turn of the event loop sends all there is. */
  private void wake() {
    if (woken.compareAndSet(false, true)) {
      context.runOnContext(turn -> send());
    }
  }

  private void send() {
    woken.set(false);
    while (!response.closed() && !response.writeQueueFull()) {
      long missed = follower.missed();
      if (missed > 0) {
        event("missed", new JsonObject().put("missed", missed));
      }
      RecordedRequest next = follower.next();
      if (next != null && query.matches(next)) {
        event("request", next.toJson());
      } else if (next == null && !follower.isBehind()) {
        return;
      }
    }
  }

  private void event(String name, JsonObject data) {
    response.write("event: " + name + "\ndata: " + data.encode() + "\n\n");
  }
}

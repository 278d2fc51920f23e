package io.ipbx.sdk.pbx;

import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;

/** The call history. Futures complete on the Vert.x context of their caller. */
public interface Calls {

  /**
   * One page of the calls that match {@code query}, as {@code GET /calls} gives it. Without a page
   * the first, with at most 100 calls.
   */
  Future<CallPage> list(CallQuery query);

  /**
   * All calls that match {@code query}, page by page from the one it names, each page asked for
   * while the one before is read. Nothing is asked for before there is a handler. Handlers are
   * called on the context that made the stream, and when paused no further page is fetched than the
   * next one. A failed page ends the stream through its exception handler.
   */
  ReadStream<Call> stream(CallQuery query);
}

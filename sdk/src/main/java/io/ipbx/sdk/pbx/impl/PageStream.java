package io.ipbx.sdk.pbx.impl;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pages read as one stream. At most one page is on its way while another is being read: with no
 * demand nothing more is fetched than that one page ahead. Lives on the context that made it.
 */
final class PageStream<T> implements ReadStream<T> {

  /** Items of one page, and whether another page follows. */
  record Page<T>(List<T> items, boolean more) {}

  private final @Nullable Context context = Vertx.currentContext();
  private final IntFunction<Future<Page<T>>> fetcher;
  private final Queue<T> items = new ArrayDeque<>();
  private int nextPage;
  private int pageSize;
  private long demand = Long.MAX_VALUE;
  private boolean fetching;
  private boolean delivering;
  private boolean exhausted;
  private boolean ended;
  private @Nullable Handler<T> handler;
  private @Nullable Handler<Throwable> failureHandler;
  private @Nullable Handler<Void> endHandler;

  /**
   * @param fetcher the page of that number
   */
  PageStream(int firstPage, IntFunction<Future<Page<T>>> fetcher) {
    this.nextPage = firstPage;
    this.fetcher = fetcher;
  }

  @Override
  public ReadStream<T> handler(@Nullable Handler<T> handler) {
    this.handler = handler;
    if (handler != null) {
      wake();
    }
    return this;
  }

  @Override
  public ReadStream<T> pause() {
    demand = 0;
    return this;
  }

  @Override
  public ReadStream<T> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public ReadStream<T> fetch(long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("fetch of " + amount + ": allowed are 0 and more");
    }
    demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
    wake();
    return this;
  }

  @Override
  public ReadStream<T> exceptionHandler(@Nullable Handler<Throwable> handler) {
    this.failureHandler = handler;
    return this;
  }

  @Override
  public ReadStream<T> endHandler(@Nullable Handler<Void> handler) {
    this.endHandler = handler;
    return this;
  }

  /** Never within the caller's own call: he may still be setting handlers. */
  private void wake() {
    if (context != null) {
      context.runOnContext(ignored -> deliver());
    } else {
      deliver();
    }
  }

  private void deliver() {
    if (delivering || ended || handler == null) {
      return;
    }
    delivering = true;
    try {
      fetchAhead();
      while (demand > 0 && handler != null && !items.isEmpty()) {
        if (demand != Long.MAX_VALUE) {
          demand--;
        }
        handler.handle(items.remove());
        fetchAhead();
      }
    } finally {
      delivering = false;
    }
    if (exhausted && items.isEmpty() && demand > 0) {
      end();
    }
  }

  private void fetchAhead() {
    if (fetching || exhausted || ended || items.size() > pageSize) {
      return;
    }
    fetching = true;
    fetcher.apply(nextPage++).onComplete(this::arrived, this::failed);
  }

  private void arrived(Page<T> page) {
    fetching = false;
    exhausted = !page.more() || page.items().isEmpty();
    items.addAll(page.items());
    pageSize = page.items().size();
    deliver();
  }

  private void failed(Throwable cause) {
    fetching = false;
    ended = true;
    items.clear();
    if (failureHandler != null) {
      failureHandler.handle(cause);
    }
  }

  private void end() {
    ended = true;
    if (endHandler != null) {
      endHandler.handle(null);
    }
  }
}

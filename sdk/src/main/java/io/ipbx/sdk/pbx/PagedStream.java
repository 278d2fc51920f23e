package io.ipbx.sdk.pbx;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The items of many pages as one stream, each page asked for while the one before is read. Nothing
 * is asked for before there is a handler, and while there is no demand no more than the one page
 * ahead. A failed page ends the stream through its exception handler, after what came before it.
 *
 * <p>Handlers are called one at a time, on the context that made the stream or, off any context, on
 * the one on which the first page came. All methods may be called by any thread.
 */
public final class PagedStream<T> implements ReadStream<T> {

  private final IntFunction<? extends Future<? extends Page<T, ?>>> fetcher;
  private final Queue<T> items = new ArrayDeque<>();
  private @Nullable Context context = Vertx.currentContext();
  private int nextPage;
  private int pageSize;
  private long demand = Long.MAX_VALUE;
  private boolean fetching;
  private boolean delivering;
  private boolean exhausted;
  private boolean over;
  private @Nullable Throwable failure;
  private @Nullable Handler<T> handler;
  private @Nullable Handler<Throwable> failureHandler;
  private @Nullable Handler<Void> endHandler;

  /**
   * @param fetcher the page of that number
   */
  PagedStream(int firstPage, IntFunction<? extends Future<? extends Page<T, ?>>> fetcher) {
    this.nextPage = firstPage;
    this.fetcher = fetcher;
  }

  /**
   * Stops: no further page is asked for, one that is on its way is dropped, and no handler is
   * called any more. A second time changes nothing.
   */
  public synchronized void close() {
    over = true;
    items.clear();
  }

  @Override
  public PagedStream<T> handler(@Nullable Handler<T> handler) {
    synchronized (this) {
      this.handler = handler;
    }
    wake();
    return this;
  }

  @Override
  public synchronized PagedStream<T> pause() {
    demand = 0;
    return this;
  }

  @Override
  public PagedStream<T> resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public PagedStream<T> fetch(long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("fetch of " + amount + ": allowed are 0 and more");
    }
    synchronized (this) {
      demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
    }
    wake();
    return this;
  }

  @Override
  public synchronized PagedStream<T> exceptionHandler(@Nullable Handler<Throwable> handler) {
    this.failureHandler = handler;
    return this;
  }

  @Override
  public synchronized PagedStream<T> endHandler(@Nullable Handler<Void> handler) {
    this.endHandler = handler;
    return this;
  }

  /** Never within the caller's own call: he may still be setting handlers. */
  private void wake() {
    Context home = context();
    if (home != null) {
      home.runOnContext(ignored -> deliver());
    } else {
      // No page has come yet, so there is nothing to deliver here.
      fetchAhead();
    }
  }

  private synchronized @Nullable Context context() {
    return context;
  }

  /** One thread at a time; what another would deliver, this one finds on its way round. */
  private void deliver() {
    if (!begin()) {
      return;
    }
    boolean whole = false;
    try {
      for (Runnable next = next(); next != null; next = next()) {
        fetchAhead();
        next.run();
      }
      whole = true;
    } finally {
      if (!whole) {
        // A handler threw, which is its context's to report; the items after it are still due.
        rest();
        wake();
      }
    }
    fetchAhead();
  }

  private synchronized void rest() {
    delivering = false;
  }

  private synchronized boolean begin() {
    boolean idle = !delivering;
    delivering = true;
    return idle;
  }

  /** What is due now; null, and no longer delivering, when nothing is. */
  private synchronized @Nullable Runnable next() {
    Handler<T> taker = handler;
    if (!over && taker != null && demand > 0 && !items.isEmpty()) {
      if (demand != Long.MAX_VALUE) {
        demand--;
      }
      T item = items.remove();
      return () -> taker.handle(item);
    }
    Runnable last = over || taker == null ? null : last();
    over = over || last != null;
    delivering = last != null;
    return last;
  }

  private @Nullable Runnable last() {
    Throwable cause = failure;
    if (cause != null && items.isEmpty()) {
      Handler<Throwable> told = failureHandler;
      return () -> {
        if (told != null) {
          told.handle(cause);
        }
      };
    }
    if (!exhausted || !items.isEmpty() || demand == 0) {
      return null;
    }
    Handler<Void> told = endHandler;
    return () -> {
      if (told != null) {
        told.handle(null);
      }
    };
  }

  private void fetchAhead() {
    int page;
    synchronized (this) {
      boolean enough = items.size() > pageSize || handler == null;
      if (fetching || exhausted || over || enough) {
        return;
      }
      fetching = true;
      page = nextPage++;
    }
    fetcher.apply(page).onComplete(this::arrived, this::failed);
  }

  private void arrived(Page<T, ?> page) {
    synchronized (this) {
      settle();
      exhausted = !page.hasNext() || page.items().isEmpty();
      pageSize = page.items().size();
      if (!over) {
        items.addAll(page.items());
      }
    }
    wakeOrDeliver();
  }

  private void failed(Throwable cause) {
    synchronized (this) {
      settle();
      exhausted = true;
      failure = cause;
    }
    wakeOrDeliver();
  }

  /** Off any context when the page came there: then this thread is as good as another. */
  private void wakeOrDeliver() {
    if (context() == null) {
      deliver();
    } else {
      wake();
    }
  }

  private void settle() {
    fetching = false;
    if (context == null) {
      context = Vertx.currentContext();
    }
  }
}

package io.ipbx.sdk.pbx;

import io.vertx.core.Future;
import java.util.List;

/**
 * One page of many, and the way to the others.
 *
 * @param <T> what is on it
 * @param <P> the page itself
 */
public interface Page<T, P extends Page<T, P>> {

  List<T> items();

  /** From 1. */
  int currentPage();

  /** How many there are; 0 when the server does not say. */
  int totalPages();

  /** The pages of the same query. */
  Pages<P> pages();

  /** Whether another page follows; where the server does not say, it may be empty. */
  default boolean hasNext() {
    return totalPages() > 0 ? currentPage() < totalPages() : !items().isEmpty();
  }

  /**
   * The page that follows, as {@link Pages#get} gives it.
   *
   * @throws IllegalStateException when none does
   */
  default Future<P> next() {
    if (!hasNext()) {
      throw new IllegalStateException(
          "page " + currentPage() + " is the last one: ask hasNext first");
    }
    return pages().get(currentPage() + 1);
  }
}

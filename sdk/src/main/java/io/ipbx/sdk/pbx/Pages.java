package io.ipbx.sdk.pbx;

import io.vertx.core.Future;
import java.util.function.IntFunction;

/** The pages of one query, by their number. */
public final class Pages<P> {

  private final int first;
  private final IntFunction<Future<P>> fetcher;

  /**
   * @param first the number that the query asked for
   */
  public Pages(int first, IntFunction<Future<P>> fetcher) {
    this.first = first;
    this.fetcher = fetcher;
  }

  /** The number that the query asked for. */
  public int first() {
    return first;
  }

  /**
   * The page of that number, from 1; an empty one past the end. Fails as the group's list does, on
   * the context of the caller.
   */
  public Future<P> get(int number) {
    return fetcher.apply(number);
  }

  @Override
  public String toString() {
    return "Pages from " + first;
  }
}

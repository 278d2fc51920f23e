package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import java.util.stream.IntStream;

/**
 * A page of something long.
 *
 * @param page from 1
 */
record Slice(int page, int pageSize) {

  static Slice of(ApiRequest request, int defaultPageSize) {
    return new Slice(request.number("page", 1), request.number("pageSize", defaultPageSize));
  }

  int pages(int total) {
    return (int) ((total + (long) pageSize - 1) / pageSize);
  }

  /** The place of the first on this page, from 0. */
  int first() {
    return (int) Math.min(Integer.MAX_VALUE, (page - 1L) * pageSize);
  }

  /** Whether what is at that place is on this page. */
  boolean holds(int place) {
    return place >= first() && place - first() < pageSize;
  }

  /** How many are on this page, of so many. */
  int size(int total) {
    return Math.max(0, Math.min(pageSize, total - first()));
  }

  /** The numbers on this page, of those from {@code first} to before {@code end}. */
  IntStream cut(int first, int end, boolean descending) {
    long from = Math.min(end, first + (page - 1L) * pageSize);
    long to = Math.min(end, from + pageSize);
    IntStream ascending = IntStream.range((int) from, (int) to);
    return descending ? ascending.map(i -> end - 1 - (i - first)) : ascending;
  }
}

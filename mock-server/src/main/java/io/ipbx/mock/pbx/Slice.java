package io.ipbx.mock.pbx;

import java.util.stream.IntStream;

/**
 * A page of something long.
 *
 * @param page from 1
 */
record Slice(int page, int pageSize) {

  int pages(int total) {
    return (int) ((total + (long) pageSize - 1) / pageSize);
  }

  /** The numbers on this page, of those from {@code first} to before {@code end}. */
  IntStream cut(int first, int end, boolean descending) {
    long from = Math.min(end, first + (page - 1L) * pageSize);
    long to = Math.min(end, from + pageSize);
    IntStream ascending = IntStream.range((int) from, (int) to);
    return descending ? ascending.map(i -> end - 1 - (i - first)) : ascending;
  }
}

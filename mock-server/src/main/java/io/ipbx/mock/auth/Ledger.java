package io.ipbx.mock.auth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ledger of numbers, with a subject where there is one, added at one end and dropped at the other,
 * in pages that are used again. What lives for a while would, as an object each, be copied by the
 * garbage collector over and over; a page stays where it is. Not for several threads at once.
 */
final class Ledger<T> {

  private static final int ROWS_PER_PAGE = 1024;

  private static final class Page {

    private final long[] numbers;
    private @Nullable Object @Nullable [] subjects;

    Page(int columns) {
      this.numbers = new long[ROWS_PER_PAGE * columns];
    }
  }

  private final int columns;
  private final List<Page> pages = new ArrayList<>();
  private @Nullable Page spare;
  private long first;
  private long next;

  /** No rows yet; the first will have the number 0. */
  Ledger(int columns) {
    this.columns = columns;
  }

  /** The number of the oldest row; of the next to come when there is none. */
  long first() {
    return first;
  }

  /** The number of the next row to come. */
  long next() {
    return next;
  }

  int size() {
    return (int) (next - first);
  }

  boolean holds(long row) {
    return row >= first && row < next;
  }

  /** Adds a row of zeros; its number. */
  long add() {
    if (index(next) == pages.size()) {
      pages.add(spare == null ? new Page(columns) : spare);
      spare = null;
    }
    int start = place(next) * columns;
    Arrays.fill(page(next).numbers, start, start + columns, 0);
    return next++;
  }

  /** Adds a row of zeros about {@code subject}; its number. */
  long add(T subject) {
    long row = add();
    Page page = page(row);
    if (page.subjects == null) {
      page.subjects = new Object[ROWS_PER_PAGE];
    }
    page.subjects[place(row)] = subject;
    return row;
  }

  /** Drops the oldest row. */
  void drop() {
    first++;
    if (place(first) == 0) {
      spare = pages.remove(0);
    }
  }

  /** Drops all rows; the next will have the number {@code row}. */
  void restart(long row) {
    pages.clear();
    spare = null;
    first = row;
    next = row;
  }

  /**
   * Refuses rows that cannot be put back by {@link #restart} and {@link #add}.
   *
   * @throws IllegalArgumentException when their numbers do not go up one by one
   */
  static void checkOrder(String where, List<Long> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      long wanted = i == 0 ? Math.max(0, numbers.get(0)) : numbers.get(i - 1) + 1;
      if (numbers.get(i) != wanted) {
        throw new IllegalArgumentException(
            where + "[" + i + "] has the number " + numbers.get(i) + ": it takes " + wanted);
      }
    }
  }

  long get(long row, int column) {
    return page(row).numbers[place(row) * columns + column];
  }

  void set(long row, int column, long value) {
    page(row).numbers[place(row) * columns + column] = value;
  }

  @SuppressWarnings("unchecked") // only subjects stand there
  @Nullable T subject(long row) {
    @Nullable Object[] subjects = page(row).subjects;
    return subjects == null ? null : (T) subjects[place(row)];
  }

  private Page page(long row) {
    return pages.get(index(row));
  }

  private int index(long row) {
    return (int) (row / ROWS_PER_PAGE - first / ROWS_PER_PAGE);
  }

  private static int place(long row) {
    return (int) (row % ROWS_PER_PAGE);
  }
}

package io.ipbx.mock.control;

import java.util.List;

/**
 * The requests that a mock got, except those to its control routes: the newest of them, as many as
 * the setting {@code journalSize} says, in the order in which the mock had understood them. What is
 * shown holds no password, token or key, and no more than the first 4 KiB of a body. Safe to use
 * from any thread; who has read an answer finds its request here.
 *
 * <pre>{@code
 * mock.journal().requests().grant("refresh_token").identity("access@example.com")
 *     .verify().times(1).peakAtMost(1);
 * }</pre>
 */
public interface MockJournal {

  /** How many requests it holds at the most; 0 when it is off. */
  int size();

  /** How many requests there have been since the start or the last {@link #clear}. */
  long total();

  /** How many of them are not held any more. */
  long forgotten();

  /** What is held, the oldest first. */
  List<RecordedRequest> recorded();

  /** All requests, to be narrowed down. */
  default RequestQuery requests() {
    return new RequestQuery(this);
  }

  /**
   * Verifies that the journal holds a request of each query, each of them after the one before.
   *
   * @throws AssertionError naming the query that found nothing, and the requests there are
   */
  default MockJournal verifyOrder(RequestQuery... queries) {
    InOrder.verify(this, List.of(queries));
    return this;
  }

  /** Forgets all requests, and starts to count anew. */
  MockJournal clear();
}

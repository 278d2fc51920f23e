package io.ipbx.mock.control;

import java.util.List;

/**
 * Claims about the requests that a query finds. A claim that does not hold throws an {@link
 * AssertionError} with the requests that come nearest; so does one that cannot be proved because
 * the journal has forgotten requests.
 */
public final class RequestVerification {

  private static final int SHOWN = 5;

  private final MockJournal journal;
  private final RequestQuery query;

  RequestVerification(MockJournal journal, RequestQuery query) {
    this.journal = journal;
    this.query = query;
  }

  /** There were exactly so many. */
  public RequestVerification times(int count) {
    return claim("exactly " + count, count, count);
  }

  /** There were none. */
  public RequestVerification never() {
    return claim("none", 0, 0);
  }

  public RequestVerification atLeast(int count) {
    return claim("at least " + count, count, Integer.MAX_VALUE);
  }

  public RequestVerification atMost(int count) {
    return claim("at most " + count, 0, count);
  }

  /** No more than so many were under way at the same time. */
  public RequestVerification peakAtMost(int count) {
    List<RecordedRequest> all = journal.recorded();
    List<RecordedRequest> found = all.stream().filter(query::matches).toList();
    int peak = Overlap.peak(found);
    if (peak > count) {
      throw failure("at most " + count + " at the same time", peak + " were", all);
    }
    refuseWhenForgotten("at most " + count + " at the same time", all);
    return this;
  }

  private RequestVerification claim(String wanted, int least, int most) {
    List<RecordedRequest> all = journal.recorded();
    long found = all.stream().filter(query::matches).count();
    if (found < least || found > most) {
      throw failure(wanted, "the journal holds " + found, all);
    }
    if (most < Integer.MAX_VALUE) {
      refuseWhenForgotten(wanted, all);
    }
    return this;
  }

  private void refuseWhenForgotten(String wanted, List<RecordedRequest> all) {
    if (journal.size() == 0) {
      throw failure(wanted, "the journal is off (journalSize is 0)", all);
    }
    if (journal.forgotten() > 0) {
      throw failure(wanted, "this cannot be proved", all);
    }
  }

  private AssertionError failure(String wanted, String instead, List<RecordedRequest> all) {
    return new AssertionError(
        query + ": expected " + wanted + ", but " + instead + described(journal, query, all));
  }

  /** What the journal holds, the nearest to {@code query} first. */
  static String described(MockJournal journal, RequestQuery query, List<RecordedRequest> all) {
    String forgotten =
        journal.forgotten() > 0
            ? "\n"
                + journal.forgotten()
                + " requests have been forgotten: a journalSize above "
                + journal.size()
                + " remembers more"
            : "";
    return (all.isEmpty()
            ? "\nno request has been recorded"
            : "\nthe nearest of " + all.size() + " requests:" + query.nearest(all, SHOWN))
        + forgotten;
  }
}

package io.ipbx.mock.control;

import java.util.List;
import java.util.stream.Collectors;

/** Requests of several queries, one after the other. */
final class InOrder {

  private InOrder() {}

  static void verify(MockJournal journal, List<RequestQuery> queries) {
    List<RecordedRequest> all = journal.recorded();
    long after = 0;
    for (int i = 0; i < queries.size(); i++) {
      RequestQuery query = queries.get(i);
      long from = after;
      after =
          all.stream()
              .filter(request -> request.sequence() > from && query.matches(request))
              .mapToLong(RecordedRequest::sequence)
              .findFirst()
              .orElse(0);
      if (after == 0) {
        throw new AssertionError(
            "expected in this order:"
                + queries.stream().map(one -> "\n  " + one).collect(Collectors.joining())
                + "\nbut number "
                + (i + 1)
                + " was not found after #"
                + from
                + RequestVerification.described(journal, query, all));
      }
    }
  }
}

package io.ipbx.mock.control;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** How many requests were under way at the same time. */
final class Overlap {

  private Overlap() {}

  /** The most of them; one that ends as another begins is no overlap. */
  static int peak(List<RecordedRequest> requests) {
    List<Duration> begins = requests.stream().map(RecordedRequest::began).sorted().toList();
    Iterator<Duration> ends =
        requests.stream()
            .filter(request -> request.took() != null)
            .map(Overlap::end)
            .sorted()
            .iterator();
    Duration end = ends.hasNext() ? ends.next() : null;
    int peak = 0;
    int underWay = 0;
    for (Duration begin : begins) {
      while (end != null && end.compareTo(begin) <= 0) {
        underWay--;
        end = ends.hasNext() ? ends.next() : null;
      }
      underWay++;
      peak = Math.max(peak, underWay);
    }
    return peak;
  }

  private static Duration end(RecordedRequest request) {
    Duration took = request.took();
    return took == null ? request.began() : request.began().plus(took);
  }
}

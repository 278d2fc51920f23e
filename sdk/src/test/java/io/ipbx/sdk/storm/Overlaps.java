package io.ipbx.sdk.storm;

import io.ipbx.mock.control.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token requests of one identity that were sent while another one was about to be answered whole. A
 * request whose client had given it up, or whose answer was spoilt, may be followed at once.
 */
final class Overlaps {

  private final GivenUp givenUp;
  private final List<String> found = new ArrayList<>();
  private int excused;

  Overlaps(GivenUp givenUp) {
    this.givenUp = givenUp;
  }

  /** Takes {@code requests} into account, which come in their order and each once. */
  void follow(List<RecordedRequest> requests) {
    Map<String, RecordedRequest> last = new HashMap<>();
    for (RecordedRequest request : requests) {
      String identity = String.valueOf(request.identity());
      if (request.grant() == null || identity.equals(Families.UNKNOWN)) {
        continue;
      }
      RecordedRequest before = last.put(identity, request);
      if (before != null
          && Families.isWhole(before)
          && request.began().compareTo(end(before)) < 0) {
        if (givenUp.includes(request)) {
          excused++;
        } else {
          found.add(before + " and " + request);
        }
      }
    }
  }

  static Duration end(RecordedRequest request) {
    Duration took = request.took();
    return took == null ? request.began() : request.began().plus(took);
  }

  List<String> found() {
    return found;
  }

  /** Those of which the client knew better. */
  int excused() {
    return excused;
  }
}

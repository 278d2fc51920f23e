package io.ipbx.mock.junit5;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.control.RecordedRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is printed of a mock when its test has failed. */
final class LastRequests {

  private static final int MOST = 20;

  private LastRequests() {}

  /** In one piece, so that tests that fail at the same time do not mix. */
  static String of(ExtensionContext context, MockIpbx mock) {
    List<RecordedRequest> held = mock.journal().recorded();
    List<RecordedRequest> last = held.subList(Math.max(0, held.size() - MOST), held.size());
    String head =
        context.getRequiredTestClass().getSimpleName()
            + " > "
            + context.getDisplayName()
            + " failed; the last "
            + last.size()
            + " of "
            + mock.journal().total()
            + " requests to "
            + mock.url()
            + ":";
    return last.stream()
        .map(request -> System.lineSeparator() + "  " + request)
        .collect(Collectors.joining("", head, ""));
  }
}

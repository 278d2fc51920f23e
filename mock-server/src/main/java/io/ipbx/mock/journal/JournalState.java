package io.ipbx.mock.journal;

import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests that are held, as a part of the mock's state; secrets stay masked. */
final class JournalState implements StatePart {

  private final RequestJournal journal;

  JournalState(RequestJournal journal) {
    this.journal = journal;
  }

  @Override
  public MockPart part() {
    return MockPart.JOURNAL;
  }

  @Override
  public void reset() {
    journal.clear();
  }

  @Override
  public Object snapshot() {
    JsonArray all = new JsonArray();
    journal.recorded().forEach(request -> all.add(request.toJson()));
    return new JsonObject().put("total", journal.total()).put("requests", all);
  }

  @Override
  public Runnable read(Object json) {
    Fields held = Fields.of(part().key(), json);
    long total = held.number("total");
    List<RecordedRequest> requests =
        held.list("requests", (where, one) -> request(Fields.of(where, one)));
    long before = 0;
    for (RecordedRequest request : requests) {
      if (request.sequence() <= before) {
        throw new IllegalArgumentException(
            held.at("requests") + " is out of order at sequence " + request.sequence());
      }
      before = request.sequence();
    }
    if (total < requests.size()) {
      throw new IllegalArgumentException(
          held.at("total") + " is " + total + ": it takes at least " + requests.size());
    }
    return () -> journal.replace(total, requests);
  }

  private static RecordedRequest request(Fields request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.members("headers", Fields::text).forEach(headers::put);
    return new RecordedRequest(
        request.number("sequence"),
        request.parsed("at", "an instant", Instant::parse),
        request.parsed("began", "a duration", Duration::parse),
        request.value("took") == null
            ? null
            : request.parsed("took", "a duration", Duration::parse),
        request.text("method"),
        request.text("path"),
        request.textOrNull("query"),
        headers,
        request.textOrNull("body"),
        (int) request.number("bodyLength"),
        request.text("endpoint"),
        request.textOrNull("grant"),
        request.textOrNull("identity"),
        request.textOrNull("client"),
        (int) request.number("status"),
        request.text("outcome"),
        request.texts("faults"));
  }
}

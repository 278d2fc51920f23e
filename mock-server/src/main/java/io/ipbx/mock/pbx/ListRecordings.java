package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** {@code GET /recordings}: a page of the names of recordings. */
final class ListRecordings implements Operation {

  private static final int DEFAULT_PAGE_SIZE = 1_000;

  private final Vertx vertx;
  private final CallHistory history;

  ListRecordings(Vertx vertx, World world) {
    this.vertx = vertx;
    this.history = world.history();
  }

  @Override
  public String id() {
    return "listRecordings";
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    int first = history.firstFrom(request.moment("startTime", BusinessDays.ZONE));
    Instant to = request.moment("endTime", BusinessDays.ZONE);
    int end = to == null ? history.size() : history.firstFrom(to.plusMillis(1));
    Slice slice =
        new Slice(request.number("page", 1), request.number("pageSize", DEFAULT_PAGE_SIZE));
    // Which calls were recorded shows only when each is looked at: not on an event loop.
    return vertx.executeBlocking(() -> page(slice, names(first, end)), false);
  }

  private List<String> names(int first, int end) {
    return history
        .between(first, end)
        .filter(PastCall::isAnswered)
        .map(PastCall::recording)
        .toList();
  }

  private static Object page(Slice slice, List<String> names) {
    JsonArray files = new JsonArray();
    slice.cut(0, names.size(), false).forEach(i -> files.add(names.get(i)));
    return new JsonObject()
        .put("files", files)
        .put("currentPage", slice.page())
        .put("totalPages", slice.pages(names.size()));
  }
}

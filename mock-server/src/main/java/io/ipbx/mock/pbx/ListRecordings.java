package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code GET /recordings}: a page of the names of recordings. */
record ListRecordings(World world) implements Function<ApiRequest, Object> {

  private static final int DEFAULT_PAGE_SIZE = 1_000;

  @Override
  public JsonObject apply(ApiRequest request) {
    CallHistory history = world.history();
    Slice slice = Slice.of(request, DEFAULT_PAGE_SIZE);
    Selection selection =
        new Selection(
            history,
            history.firstFrom(request.moment("startTime", BusinessDays.ZONE)),
            history.endAt(request.moment("endTime", BusinessDays.ZONE)),
            wanted(request),
            slice);
    Selection.Found found = selection.inOrder(false);
    JsonArray files = new JsonArray();
    found.calls().forEach(call -> files.add(call.recording()));
    return new JsonObject()
        .put("files", files)
        .put("currentPage", slice.page())
        .put("totalPages", slice.pages(found.total()));
  }

  private Predicate<PastCall> wanted(ApiRequest request) {
    Predicate<PastCall> recorded = world.recordings()::isKept;
    Person whose = world.onlyOf(request);
    return whose == null ? recorded : recorded.and(call -> call.involves(whose));
  }
}

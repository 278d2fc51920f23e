package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
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
            Places.between(
                history,
                request.moment("startTime", BusinessDays.ZONE),
                request.moment("endTime", BusinessDays.ZONE)),
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
    String pbxId = request.text("pbxId");
    if (pbxId != null) {
      world.switchboard(pbxId);
      recorded = recorded.and(call -> world.isOf(call, pbxId));
    }
    return recorded.and(world.asker(request).sight());
  }
}

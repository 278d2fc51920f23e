package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallDay;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET /recordings}: a page of the names of recordings. */
record ListRecordings(World world) implements Function<ApiRequest, Object> {

  private static final int DEFAULT_PAGE_SIZE = 1_000;

  /** Whose recordings are wanted; null for those of all. */
  private record Wanted(@Nullable String pbxId, @Nullable Person only) {}

  @Override
  public JsonObject apply(ApiRequest request) {
    Slice slice = Slice.of(request, DEFAULT_PAGE_SIZE);
    String pbxId = request.text("pbxId");
    if (pbxId != null) {
      world.switchboard(pbxId);
    }
    CallHistory history = world.history();
    Places range =
        Places.between(
            history,
            request.moment("startTime", BusinessDays.ZONE),
            request.moment("endTime", BusinessDays.ZONE));
    Wanted wanted = new Wanted(pbxId, world.asker(request).only());
    Predicate<PastCall> isWanted = isWanted(wanted);
    DayPages.Found<PastCall> found =
        new DayPages<>(
                slice,
                world.counts().about(wanted),
                day -> range.holds(day) && isWhole(day),
                day -> range.within(day).of(history).filter(isWanted))
            .in(history, range);
    JsonArray files = new JsonArray();
    found.items().forEach(call -> files.add(call.recording()));
    return new JsonObject()
        .put("files", files)
        .put("currentPage", slice.page())
        .put("totalPages", slice.pages(found.total()));
  }

  /** Whether the seed alone says what the day has. */
  private boolean isWhole(CallDay day) {
    Recordings recordings = world.recordings();
    return day.isOfSeed() && !recordings.isDeletedFrom(day.firstNumber(), day.endNumber());
  }

  private Predicate<PastCall> isWanted(Wanted wanted) {
    Predicate<PastCall> recorded = world.recordings()::isKept;
    String pbxId = wanted.pbxId();
    Person only = wanted.only();
    return recorded
        .and(call -> pbxId == null || world.isOf(call, pbxId))
        .and(call -> only == null || call.involves(only));
  }
}

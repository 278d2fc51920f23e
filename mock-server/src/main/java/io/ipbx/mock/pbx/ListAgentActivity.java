package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallDay;
import io.ipbx.mock.pbx.world.CallHistory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/** {@code GET /reports/agents/activity}: a page of what the queues noted of their members. */
record ListAgentActivity(World world) implements Function<ApiRequest, Object> {

  private static final int DEFAULT_PAGE_SIZE = 1_000;

  /** Which events are wanted. */
  private record Wanted(OneOf queues, OneOf agents, OneOf kinds) {

    static Wanted of(ApiRequest request) {
      return new Wanted(
          OneOf.of(request, "queues"), OneOf.of(request, "agents"), OneOf.of(request, "events"));
    }

    boolean matches(AgentEvent event) {
      return queues.matches(event.queue().name())
          && agents.matches(event.agent().login())
          && kinds.matches(event.kind());
    }
  }

  @Override
  public JsonObject apply(ApiRequest request) {
    ZoneId zone = request.zone(BusinessDays.ZONE);
    Instant from = request.moment("startTime", zone);
    Instant to = request.moment("endTime", zone);
    Period period = new Period(from == null ? Instant.EPOCH : from, to == null ? world.now() : to);
    Slice slice = Slice.of(request, DEFAULT_PAGE_SIZE);
    DayPages.Found<AgentEvent> found = found(period, Wanted.of(request), slice);
    JsonArray items = new JsonArray();
    found.items().forEach(event -> items.add(event.json(zone)));
    JsonArray links = new JsonArray();
    Links.of(request, slice, found.total()).values().forEach(links::add);
    return new JsonObject()
        .put("links", links)
        .put("currentPage", slice.page())
        .put("totalPages", slice.pages(found.total()))
        .put("items", items);
  }

  private DayPages.Found<AgentEvent> found(Period period, Wanted wanted, Slice slice) {
    CallHistory history = world.history();
    QueueLog log = new QueueLog(world.staff(), history);
    return new DayPages<>(
            slice,
            world.counts().about(wanted),
            day -> day.isOfSeed() && period.holds(day.midnight()) && holdsEndOf(day, period),
            day ->
                log.of(day).filter(wanted::matches).filter(event -> period.holds(event.moment())))
        .in(history, Places.fromDayOf(period, history));
  }

  private static boolean holdsEndOf(CallDay day, Period period) {
    return period.holds(day.nextMidnight());
  }
}

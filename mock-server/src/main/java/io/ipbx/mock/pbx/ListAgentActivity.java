package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.function.Function;

/** {@code GET /reports/agents/activity}: a page of what the queues noted of their members. */
record ListAgentActivity(World world) implements Function<ApiRequest, Object> {

  private static final int DEFAULT_PAGE_SIZE = 1_000;

  @Override
  public JsonObject apply(ApiRequest request) {
    ZoneId zone = request.zone(BusinessDays.ZONE);
    Instant from = request.moment("startTime", zone);
    Instant to = request.moment("endTime", zone);
    Period period = new Period(from == null ? Instant.EPOCH : from, to == null ? world.now() : to);
    OneOf queues = OneOf.of(request, "queues");
    OneOf agents = OneOf.of(request, "agents");
    OneOf kinds = OneOf.of(request, "events");
    Slice slice = Slice.of(request, DEFAULT_PAGE_SIZE);
    JsonArray items = new JsonArray();
    int total = 0;
    for (Iterator<AgentEvent> events =
            new QueueLog(world.staff(), world.history())
                .between(period)
                .filter(event -> queues.matches(event.queue().name()))
                .filter(event -> agents.matches(event.agent().login()))
                .filter(event -> kinds.matches(event.kind()))
                .iterator();
        events.hasNext();
        total++) {
      AgentEvent event = events.next();
      if (slice.holds(total)) {
        items.add(event.json(zone));
      }
    }
    JsonArray links = new JsonArray();
    Links.of(request, slice, total).values().forEach(links::add);
    return new JsonObject()
        .put("links", links)
        .put("currentPage", slice.page())
        .put("totalPages", slice.pages(total))
        .put("items", items);
  }
}

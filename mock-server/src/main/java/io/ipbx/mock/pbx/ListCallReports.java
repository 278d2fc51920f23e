package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /reports/calls}: the calls of the queues, those made for them among them. */
record ListCallReports(Vertx vertx, World world) implements Operation {

  @Override
  public String id() {
    return "listCallReports";
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    ZoneId zone = request.zone(BusinessDays.ZONE);
    Period period = Period.of(request, zone, world);
    OneOf queues = OneOf.of(request, "queues");
    OneOf agents = OneOf.of(request, "agents");
    Boolean answered = request.flag("answered");
    String direction = request.text("direction");
    CallHistory history = world.history();
    CallReport report = new CallReport(history, world.recordings(), zone);
    Stream<JsonObject> rows =
        history
            .between(period.from(), period.to())
            .filter(call -> isFor(call, queues, agents))
            .filter(call -> answered == null || call.isAnswered() == answered)
            .filter(call -> direction == null || call.way().shown().equalsIgnoreCase(direction))
            .map(report::of);
    return Rows.answer(vertx, request.exchange(), rows);
  }

  private static boolean isFor(PastCall call, OneOf queues, OneOf agents) {
    return call.queue() != null
        && queues.matches(call.queue().name())
        && agents.matches(login(call.person()));
  }

  private static @Nullable String login(@Nullable Person person) {
    return person == null ? null : person.login();
  }
}

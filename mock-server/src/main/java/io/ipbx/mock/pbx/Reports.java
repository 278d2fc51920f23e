package io.ipbx.mock.pbx;

import io.ipbx.mock.http.Operation;
import io.vertx.core.Vertx;
import java.util.List;

/** {@code /reports}: what the call centre did. */
record Reports(Vertx vertx, World world) {

  List<Operation> operations() {
    AgentReports agents = new AgentReports(world);
    return List.of(
        new ListCallReports(vertx, world),
        Operation.atLength(vertx, "listQueueStatistics", new ListQueueStatistics(world)),
        Operation.atLength(vertx, "listAgentActivity", new ListAgentActivity(world)),
        Operation.atLength(vertx, "listAgentActivityDurations", agents::durations),
        Operation.atLength(vertx, "listAgentDailyStatistics", agents::daily));
  }
}

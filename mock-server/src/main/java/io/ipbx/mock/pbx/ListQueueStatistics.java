package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code GET /reports/queues}: what came into the queues, and how it fared. */
record ListQueueStatistics(World world) implements Function<ApiRequest, Object> {

  private static final double DEFAULT_SLA = 20;

  @Override
  public JsonArray apply(ApiRequest request) {
    Period period = Period.of(request, BusinessDays.ZONE, world);
    OneOf names = OneOf.of(request, "queues");
    String given = request.text("sla");
    double sla = given == null ? DEFAULT_SLA : Double.parseDouble(given);
    Map<CallQueue, Tally> tallies = new LinkedHashMap<>();
    world.staff().queues().stream()
        .filter(queue -> names.matches(queue.name()))
        .forEach(queue -> tallies.put(queue, new Tally(sla)));
    world
        .history()
        .between(period.from(), period.to())
        .filter(PastCall::isFromQueue)
        .forEach(
            call -> {
              Tally tally = tallies.get(call.queue());
              if (tally != null) {
                tally.add(call);
              }
            });
    JsonArray statistics = new JsonArray();
    tallies.forEach((queue, tally) -> statistics.add(tally.json(queue.name())));
    return statistics;
  }

  private static final class Tally {

    private final double sla;
    private int total;
    private int answered;
    private int inSla;
    private long wait;
    private int maxWait;
    private long length;
    private int maxLength;
    private final Set<String> lost = new HashSet<>();

    Tally(double sla) {
      this.sla = sla;
    }

    void add(PastCall call) {
      int waited = call.course().waiting();
      total++;
      wait += waited;
      maxWait = Math.max(maxWait, waited);
      if (call.isAnswered()) {
        answered++;
        inSla += waited <= sla ? 1 : 0;
        length += call.duration();
        maxLength = Math.max(maxLength, call.duration());
      } else {
        lost.add(call.source());
      }
    }

    JsonObject json(String name) {
      int unanswered = total - answered;
      return new JsonObject()
          .put("name", name)
          .put("total", total)
          .put("answered", answered)
          .put("noanswer", unanswered)
          .put("afterSla", answered - inSla)
          .put("inSla", inSla)
          .put("avgWait", mean(wait, total))
          .put("maxWait", maxWait)
          .put("avgDur", mean(length, answered))
          .put("maxDur", maxLength)
          .put("noanswerRecur", unanswered - lost.size())
          .put("noanswerUniq", lost.size());
    }

    /** To a hundredth. */
    private static double mean(long sum, int count) {
      return count == 0 ? 0 : Math.round(100.0 * sum / count) / 100.0;
    }
  }
}

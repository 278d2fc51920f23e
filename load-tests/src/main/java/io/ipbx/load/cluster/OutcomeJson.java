package io.ipbx.load.cluster;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.result.Histograms;
import io.ipbx.load.result.RunResult.FlightResult;
import io.ipbx.load.run.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An outcome without its timeline, on its way over the bus; histograms travel whole. */
final class OutcomeJson {

  private OutcomeJson() {}

  static JsonObject write(Outcome outcome) {
    Measurement measured = outcome.measured();
    return new JsonObject()
        .put("took", measured.took())
        .put("phases", new JsonArray(measured.phases().stream().map(OutcomeJson::phase).toList()))
        .put("errors", new JsonObject(Map.copyOf(measured.errors())))
        .put("lag", Histograms.encode(measured.lag()))
        .put("shed", measured.shed())
        .put("unanswered", measured.unanswered())
        .put("strayed", measured.strayed())
        .put("eventLoops", outcome.eventLoops())
        .put(
            "flights", new JsonArray(outcome.flights().stream().map(OutcomeJson::flight).toList()));
  }

  private static JsonObject phase(Measurement.Phase phase) {
    return new JsonObject()
        .put("name", phase.name())
        .put("from", phase.from())
        .put("started", phase.started())
        .put("failed", phase.failed())
        .put("latencies", Histograms.encode(phase.latencies()));
  }

  private static JsonObject flight(FlightResult flight) {
    return new JsonObject()
        .put("at", flight.atMillis())
        .put("took", flight.tookMillis())
        .put("outcome", flight.outcome())
        .put("waiting", flight.waiting());
  }

  static Outcome read(JsonObject json) {
    Map<String, Long> errors = new TreeMap<>();
    json.getJsonObject("errors")
        .forEach(kind -> errors.put(kind.getKey(), ((Number) kind.getValue()).longValue()));
    Measurement measured =
        new Measurement(
            json.getLong("took"),
            objects(json, "phases").stream().map(OutcomeJson::phase).toList(),
            List.of(),
            errors,
            Histograms.decode(json.getString("lag")),
            json.getLong("shed"),
            json.getLong("unanswered"),
            json.getLong("strayed"));
    return new Outcome(
        measured,
        json.getInteger("eventLoops"),
        objects(json, "flights").stream().map(OutcomeJson::flight).toList(),
        List.of());
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return json.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
  }

  private static Measurement.Phase phase(JsonObject json) {
    return new Measurement.Phase(
        json.getString("name"),
        json.getLong("from"),
        json.getLong("started"),
        json.getLong("failed"),
        Histograms.decode(json.getString("latencies")));
  }

  private static FlightResult flight(JsonObject json) {
    return new FlightResult(
        json.getDouble("at"),
        json.getDouble("took"),
        json.getString("outcome"),
        json.getLong("waiting"));
  }
}

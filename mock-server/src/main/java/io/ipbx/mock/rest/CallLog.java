package io.ipbx.mock.rest;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Way;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/calls}: the billing view of the calls to the outside, oldest first, in one list.
 */
final class CallLog implements Operation {

  private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
  private static final double PRICE_A_MINUTE = 0.9;
  private static final int MOST_WITHOUT_DATE = 1_000;

  private final Vertx vertx;
  private final World world;

  CallLog(Vertx vertx, World world) {
    this.vertx = vertx;
    this.world = world;
  }

  @Override
  public String id() {
    return "listCallLog";
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    Instant from = request.moment("dateFrom", ZONE);
    Instant to = request.moment("dateTo", ZONE);
    CallHistory history = world.history();
    int end = to == null ? history.size() : history.firstFrom(to.plus(Duration.ofDays(1)));
    int first = from == null ? Math.max(0, end - MOST_WITHOUT_DATE) : history.firstFrom(from);
    String number = request.text("number");
    return vertx.executeBlocking(() -> list(history, first, end, number), false);
  }

  private static Object list(CallHistory history, int first, int end, @Nullable String number) {
    JsonArray calls = new JsonArray();
    history
        .between(first, end)
        .filter(call -> call.way() != Way.LOC)
        .filter(call -> number == null || call.outside().equals(number))
        .forEach(call -> calls.add(json(call)));
    return calls;
  }

  private static JsonObject json(PastCall call) {
    boolean outgoing = call.way() == Way.OUT;
    double price = outgoing ? Math.ceil(call.talking() / 60.0) * PRICE_A_MINUTE : 0;
    return new JsonObject()
        .put("cislo_int", call.extension())
        .put("cislo_ext", call.outside())
        .put("destinace", "CZ mobil")
        .put("datetime", FORM.format(call.start()))
        .put("odchozi", outgoing ? "Y" : "N")
        .put("placeny", price > 0 ? "Y" : "N")
        .put("stav", call.isAnswered() ? "Zodpovězeno" : "Nezodpovězeno")
        .put("delka", call.talking())
        .put("jednotka", "s")
        .put("cena", price)
        .put("sazba_dph", 21)
        .put("pocet", 1)
        .put("cdr_flags", "F")
        .put("zakaznik", "Example s.r.o.")
        .put("zakaznik_id", "1001");
  }
}

package io.ipbx.mock.rest;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.Rows;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Way;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * {@code GET /v1/calls}: the billing view of the calls to the outside, oldest first, in one list.
 */
final class CallLog implements Operation {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessDays.ZONE);
  private static final double PRICE_A_MINUTE = 0.9;
  private static final String CUSTOMER = "1001";

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
    Instant from = request.moment("dateFrom", BusinessDays.ZONE);
    Instant to = request.moment("dateTo", BusinessDays.ZONE);
    String number = request.text("number");
    String customer = request.text("customerId");
    CallHistory history = world.history();
    int end =
        to == null
            ? history.size()
            : history.firstFrom(BusinessDays.midnight(BusinessDays.dateOf(to).plusDays(1)));
    Stream<JsonObject> rows =
        history
            .between(
                history.firstFrom(from), customer == null || customer.equals(CUSTOMER) ? end : 0)
            .filter(call -> call.way() != Way.LOC)
            .filter(call -> number == null || call.outside().equals(number))
            .filter(world.sight(request))
            .map(CallLog::json);
    return Rows.answer(vertx, request.exchange(), rows);
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
        .put("zakaznik_id", CUSTOMER);
  }
}

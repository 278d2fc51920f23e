package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneId;
import java.util.function.Supplier;

/** {@code GET /calls}: a page of the history. */
final class ListCalls implements Operation {

  private static final int DEFAULT_PAGE_SIZE = 100;

  /** Up to here a page is made sooner than it is handed to another thread and back. */
  private static final int SHORT_PAGE = 200;

  private final Vertx vertx;
  private final World world;

  ListCalls(Vertx vertx, World world) {
    this.vertx = vertx;
    this.world = world;
  }

  @Override
  public String id() {
    return "listCalls";
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    ZoneId zone = request.zone(BusinessDays.ZONE);
    CallHistory history = world.history();
    Places range =
        Places.between(history, request.moment("startTime", zone), request.moment("endTime", zone));
    String callId = request.text("linkedid");
    if (callId != null) {
      range = range.of(history.legs(callId), history);
    }
    CallFilter filter = CallFilter.of(request, world.asker(request).only());
    Slice slice = Slice.of(request, DEFAULT_PAGE_SIZE);
    Selection selection = new Selection(history, range, filter::test, slice);
    CallPage page = new CallPage(request, zone, slice, world.recordings());
    String given = request.text("sortColumn");
    String column = given == null ? "calldate" : given;
    boolean descending = "desc".equals(request.text("sortDirection"));
    if (!filter.isOpen() || !column.equals("calldate")) {
      // Every call has to be looked at: not on an event loop.
      return onWorker(() -> page.of(search(selection, column, descending)));
    }
    return slice.pageSize() <= SHORT_PAGE
        ? Future.succeededFuture(page.of(selection.all(descending)))
        : onWorker(() -> page.of(selection.all(descending)));
  }

  private Future<Object> onWorker(Supplier<Buffer> page) {
    return vertx.executeBlocking(page::get, false);
  }

  private static Selection.Found search(Selection selection, String column, boolean descending) {
    return switch (column) {
      case "src" -> selection.sorted(PastCall::source, descending);
      case "dst" -> selection.sorted(PastCall::destination, descending);
      case "duration" -> selection.sorted(PastCall::duration, descending);
      case "billsec" -> selection.sorted(PastCall::talking, descending);
      default -> selection.inOrder(descending);
    };
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code GET /calls}: a page of the history. */
final class ListCalls implements Operation {

  private static final int DEFAULT_PAGE_SIZE = 100;
  private static final Comparator<PastCall> BY_START = Comparator.comparing(PastCall::start);

  private static final Map<String, Comparator<PastCall>> COLUMNS =
      Map.of(
          "calldate", BY_START,
          "src", Comparator.comparing(PastCall::source),
          "dst", Comparator.comparing(PastCall::destination),
          "duration", Comparator.comparing(PastCall::duration),
          "billsec", Comparator.comparing(PastCall::talking));

  private final Vertx vertx;
  private final CallHistory history;

  ListCalls(Vertx vertx, World world) {
    this.vertx = vertx;
    this.history = world.history();
  }

  @Override
  public String id() {
    return "listCalls";
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    ZoneId zone = request.zone(BusinessDays.ZONE);
    int first = history.firstFrom(request.moment("startTime", zone));
    Instant to = request.moment("endTime", zone);
    int end = to == null ? history.size() : history.firstFrom(to.plusMillis(1));
    CallFilter filter = CallFilter.of(request);
    Slice slice =
        new Slice(request.number("page", 1), request.number("pageSize", DEFAULT_PAGE_SIZE));
    String column = request.text("sortColumn");
    boolean descending = "desc".equals(request.text("sortDirection"));
    if (filter.isOpen() && (column == null || column.equals("calldate"))) {
      return Future.succeededFuture(
          page(request, zone, slice, Math.max(0, end - first), slice.cut(first, end, descending)));
    }
    // Every call has to be looked at: not on an event loop.
    return vertx.executeBlocking(
        () -> {
          List<PastCall> found = search(first, end, filter, column, descending);
          List<PastCall> cut = slice.cut(0, found.size(), false).mapToObj(found::get).toList();
          return page(request, zone, slice, found.size(), cut);
        },
        false);
  }

  private List<PastCall> search(
      int first, int end, CallFilter filter, @Nullable String column, boolean descending) {
    Comparator<PastCall> order =
        COLUMNS.getOrDefault(column == null ? "calldate" : column, BY_START);
    return history
        .between(first, end)
        .filter(filter::test)
        .sorted(descending ? order.reversed() : order)
        .toList();
  }

  private Object page(ApiRequest request, ZoneId zone, Slice slice, int total, IntStream numbers) {
    return page(request, zone, slice, total, numbers.mapToObj(history::call).toList());
  }

  private Object page(
      ApiRequest request, ZoneId zone, Slice slice, int total, List<PastCall> calls) {
    boolean metadata = List.of("true", "1").contains(String.valueOf(request.text("metadata")));
    JsonArray items = new JsonArray();
    calls.forEach(call -> items.add(CallJson.of(call, zone, metadata)));
    JsonArray links = new JsonArray();
    if (slice.page() < slice.pages(total)) {
      links.add(link("next", request.path(), slice.page() + 1, slice.pageSize()));
    }
    links.add(link("last", request.path(), Math.max(1, slice.pages(total)), slice.pageSize()));
    return new JsonObject()
        .put("items", items)
        .put("links", links)
        .put("currentPage", slice.page())
        .put("totalPages", slice.pages(total))
        .put("totalResults", total);
  }

  private static JsonObject link(String rel, String path, int page, int pageSize) {
    return new JsonObject()
        .put("rel", rel)
        .put("href", path + "?page=" + page + "&pageSize=" + pageSize)
        .put("method", "GET");
  }
}

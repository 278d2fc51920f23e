package io.ipbx.mock.remote;

import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.control.RequestQuery;
import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.journal.RequestJournal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiFunction;

/** {@code /__mock/requests}, and the stream of them. */
record RequestResource(Vertx vertx, RequestJournal journal) {

  private static final int USUAL_LIMIT = 1_000;

  List<Operation> operations() {
    return List.of(
        Operation.atLength(vertx, "listRequests", this::list),
        ControlOperation.of("clearRequests", request -> clear()),
        new Streaming(vertx, journal));
  }

  private JsonObject list(ApiRequest request) {
    RequestQuery query = query(request, journal);
    List<RecordedRequest> found = query.list();
    int limit = request.number("limit", USUAL_LIMIT);
    JsonArray shown = new JsonArray();
    found
        .subList(Math.max(0, found.size() - limit), found.size())
        .forEach(one -> shown.add(one.toJson()));
    return new JsonObject()
        .put("total", journal.total())
        .put("forgotten", journal.forgotten())
        .put("matched", found.size())
        .put("peak", query.peak())
        .put("requests", shown);
  }

  private JsonObject clear() {
    long forgotten = journal.total();
    journal.clear();
    return new JsonObject().put("forgotten", forgotten);
  }

  private static RequestQuery query(ApiRequest request, RequestJournal journal) {
    RequestQuery query = journal.requests();
    query = narrowed(query, request, "endpoint", RequestQuery::endpoint);
    query = narrowed(query, request, "method", RequestQuery::method);
    query = narrowed(query, request, "path", RequestQuery::path);
    query = narrowed(query, request, "grant", RequestQuery::grant);
    query = narrowed(query, request, "identity", RequestQuery::identity);
    query = narrowed(query, request, "client", RequestQuery::client);
    query = narrowed(query, request, "outcome", RequestQuery::outcome);
    query = narrowed(query, request, "fault", RequestQuery::fault);
    return narrowed(
        query, request, "status", (before, status) -> before.status(Integer.parseInt(status)));
  }

  private static RequestQuery narrowed(
      RequestQuery query,
      ApiRequest request,
      String name,
      BiFunction<RequestQuery, String, RequestQuery> condition) {
    String wanted = request.text(name);
    return wanted == null ? query : condition.apply(query, wanted);
  }

  /** {@code GET /__mock/requests/stream}: answered until somebody hangs up. */
  private record Streaming(Vertx vertx, RequestJournal journal) implements Operation {

    @Override
    public String id() {
      return "streamRequests";
    }

    @Override
    public Future<Object> answer(ApiRequest request) {
      new RequestStream(
              vertx.getOrCreateContext(), request.exchange(), journal, query(request, journal))
          .start();
      return Future.succeededFuture();
    }
  }
}

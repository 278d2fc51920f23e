package io.ipbx.mock.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.util.function.Function;

/** One operation of a contract: a class of its own, or a function where that is enough. */
public interface Operation {

  /** The {@code operationId} in the contract. */
  String id();

  /** The status of a success. */
  default int status() {
    return 200;
  }

  /**
   * The JSON of the answer, an object or an array, or its text in a buffer where that takes long to
   * write; nothing from an operation that answers by itself.
   *
   * @throws IllegalArgumentException naming the parameter that is wrong and what is allowed
   */
  Future<Object> answer(ApiRequest request);

  /** For what knows its answer at once, on the event loop. */
  static Operation atOnce(String id, Function<ApiRequest, Object> answer) {
    return of(id, request -> Future.succeededFuture(answer.apply(request)));
  }

  /** For what looks at more than a few things: on a worker. */
  static Operation atLength(Vertx vertx, String id, Function<ApiRequest, Object> answer) {
    return of(
        id,
        request -> vertx.executeBlocking(() -> Json.encodeToBuffer(answer.apply(request)), false));
  }

  /** The operation of that {@code id} that {@code answer} gives. */
  static Operation of(String id, Function<ApiRequest, Future<Object>> answer) {
    return new Operation() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public Future<Object> answer(ApiRequest request) {
        return answer.apply(request);
      }
    };
  }
}

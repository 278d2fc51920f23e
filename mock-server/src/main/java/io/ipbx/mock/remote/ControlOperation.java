package io.ipbx.mock.remote;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import java.util.function.Function;

/** An operation that knows its answer at once. */
record ControlOperation(String id, int status, Function<ApiRequest, Object> action)
    implements Operation {

  static Operation of(String id, Function<ApiRequest, Object> action) {
    return new ControlOperation(id, 200, action);
  }

  static Operation creating(String id, Function<ApiRequest, Object> action) {
    return new ControlOperation(id, 201, action);
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    return Future.succeededFuture(action.apply(request));
  }
}

package io.ipbx.mock.remote;

import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.state.MockState;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** {@code /__mock/reset} and {@code /__mock/snapshot}. */
record StateResource(Vertx vertx, MockState state) {

  List<Operation> operations() {
    return List.of(
        ControlOperation.of("reset", this::reset),
        Operation.atLength(vertx, "getSnapshot", request -> state.snapshot(only(request))),
        Operation.atLength(vertx, "putSnapshot", this::restore));
  }

  private Set<MockPart> only(ApiRequest request) {
    String only = request.text("only");
    return only == null ? Set.of() : state.named(only);
  }

  private JsonObject reset(ApiRequest request) {
    state.reset(only(request));
    return new JsonObject().put("reset", true);
  }

  private JsonObject restore(ApiRequest request) {
    JsonArray restored = new JsonArray();
    state.restore(request.body()).forEach(part -> restored.add(part.key()));
    return new JsonObject().put("restored", restored);
  }
}

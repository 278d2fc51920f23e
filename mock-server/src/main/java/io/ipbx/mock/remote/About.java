package io.ipbx.mock.remote;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What there is to know of the mock. */
record About(Vertx vertx, World world) {

  List<Operation> operations() {
    return List.of(
        ControlOperation.of("getHealth", request -> new JsonObject().put("status", "UP")),
        ControlOperation.of("listSwitchboardKeys", request -> world.switchboardsWithKeys()),
        new Contract(vertx));
  }

  /** The contract, as it is written. */
  private record Contract(Vertx vertx) implements Operation {

    @Override
    public String id() {
      return "getControlContract";
    }

    @Override
    public Future<Object> answer(ApiRequest request) {
      return vertx.fileSystem().readFile(ControlApi.CONTRACT).compose(yaml -> send(request, yaml));
    }

    private static Future<Object> send(ApiRequest request, Buffer yaml) {
      request
          .exchange()
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml; charset=utf-8");
      return request.exchange().end(yaml).mapEmpty();
    }
  }
}

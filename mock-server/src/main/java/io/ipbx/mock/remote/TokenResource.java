package io.ipbx.mock.remote;

import static io.ipbx.mock.http.StrictJson.text;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.http.StrictJson;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** {@code /__mock/revoke} and {@code /__mock/stats}: what befalls tokens, and what has. */
record TokenResource(Vertx vertx, MockIpbx mock) {

  List<Operation> operations() {
    return List.of(
        ControlOperation.of("revoke", request -> revoke(request.body())),
        Operation.atLength(vertx, "getStats", request -> JsonObject.mapFrom(mock.stats())));
  }

  private JsonObject revoke(JsonObject wanted) {
    StrictJson.names(wanted, Set.of("username", "token", "keys"));
    if (wanted.containsKey("username")) {
      return new JsonObject().put("sessions", mock.revokeUser(text(wanted, "username")));
    }
    if (wanted.containsKey("token")) {
      return new JsonObject().put("sessions", mock.revokeToken(text(wanted, "token")) ? 1 : 0);
    }
    if (StrictJson.flag(wanted, "keys")) {
      mock.rotateKeys();
      return new JsonObject().put("keys", "rotated");
    }
    throw new IllegalArgumentException("revoke takes username, token, or keys: true");
  }
}

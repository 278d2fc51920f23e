package io.ipbx.mock.remote;

import static io.ipbx.mock.http.StrictJson.text;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.http.StrictJson;
import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.Accesses;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** {@code /__mock/accesses}. */
record AccessResource(Accesses accesses) {

  List<Operation> operations() {
    return List.of(
        ControlOperation.of("listAccesses", request -> list()),
        ControlOperation.creating("createAccess", request -> create(request.body())),
        ControlOperation.of("getAccess", request -> shown(named(request), false)),
        ControlOperation.of("deleteAccess", this::delete));
  }

  private JsonArray list() {
    JsonArray all = new JsonArray();
    accesses.list().forEach(access -> all.add(shown(access, false)));
    return all;
  }

  private JsonObject create(JsonObject wanted) {
    StrictJson.names(wanted, Set.of("email", "password", "switchboard", "impersonation"));
    return shown(
        accesses.create(
            text(wanted, "email"),
            wanted.containsKey("password") ? text(wanted, "password") : null,
            wanted.getInteger("switchboard"),
            StrictJson.flag(wanted, "impersonation")),
        true);
  }

  private static JsonObject shown(Access access, boolean withPassword) {
    JsonObject json =
        new JsonObject()
            .put("id", access.id())
            .put("email", access.email())
            .put("switchboard", access.switchboard())
            .put("impersonation", access.impersonation())
            .put("enabled", access.enabled());
    return withPassword ? json.put("password", access.password()) : json;
  }

  private Access named(ApiRequest request) {
    String email = request.pathText("email");
    Access access = accesses.find(email);
    if (access == null) {
      throw new NotFoundException("there is no access '" + email + "'");
    }
    return access;
  }

  private JsonObject delete(ApiRequest request) {
    String email = named(request).email();
    accesses.delete(email);
    return new JsonObject().put("deleted", email);
  }
}

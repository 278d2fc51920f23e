package io.ipbx.mock.rest;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.World;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** {@code GET /v1/pbx}. */
final class ListSwitchboards implements Operation {

  private final World world;

  ListSwitchboards(World world) {
    this.world = world;
  }

  @Override
  public String id() {
    return "listSwitchboards";
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    JsonArray all = new JsonArray();
    world
        .switchboards()
        .forEach(
            switchboard ->
                all.add(
                    new JsonObject()
                        .put("id", switchboard.id())
                        .put("name", switchboard.name())
                        .put("hostname", switchboard.host())
                        .put("version", switchboard.version())));
    return Future.succeededFuture(all);
  }
}

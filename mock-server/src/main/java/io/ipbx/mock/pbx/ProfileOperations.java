package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.live.Profile;
import io.ipbx.mock.pbx.live.ProfileChange;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /profiles} and {@code /users/profile}: how people are reached. */
record ProfileOperations(World world) {

  List<Operation> operations() {
    return List.of(
        Operation.atOnce("listProfiles", this::list),
        Operation.atOnce("updateProfile", this::update),
        Operation.atOnce("setUserProfile", this::give));
  }

  private JsonArray list(ApiRequest request) {
    JsonArray profiles = new JsonArray();
    world
        .profiles()
        .of(world.asker(request).whose(request.text("userId")))
        .forEach(profile -> profiles.add(json(profile)));
    return profiles;
  }

  private static JsonObject json(Profile profile) {
    return new JsonObject()
        .put("id", profile.id())
        .put("name", profile.kind().shown())
        .put("active", profile.active())
        .put("description", profile.kind().description())
        .put(
            "params",
            new JsonObject()
                .put("hasDevice", profile.kind().hasDevice())
                .put("hasForward", profile.kind().hasForward())
                .put("alert", false)
                .put("endpointId", profile.endpointId())
                .put("fwd", profile.forward())
                .put("fwdNum", profile.forwardNumber()));
  }

  private String update(ApiRequest request) {
    int id = request.pathNumber("profileId");
    world.asker(request).acting(world.profiles().get(id).owner());
    JsonObject change = request.bodyIfAny();
    world
        .profiles()
        .change(
            id,
            new ProfileChange(
                change.getBoolean("active"),
                change.getString("fwd"),
                change.getString("fwdNum"),
                change.getInteger("endpointId")));
    return "OK";
  }

  private JsonObject give(ApiRequest request) {
    JsonObject wanted = request.bodyIfAny();
    Integer profileId = wanted.getInteger("profileId");
    if (profileId == null) {
      throw new IllegalArgumentException("profileId is missing: it takes the id of a profile");
    }
    Person person = world.asker(request).whose(wanted.getString("userId"));
    boolean first = world.profiles().give(person, profileId);
    return new JsonObject().put("id", person.pbxId()).put("message", first ? "created" : "updated");
  }
}

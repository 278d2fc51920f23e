package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.live.Destination;
import io.ipbx.mock.pbx.live.Monitor;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonObject;

/**
 * {@code DELETE /calls}, {@code PUT} and {@code DELETE /calls/transfer} and {@code PUT
 * /calls/monitor}: what is done to a call that goes on.
 */
record CallControl(World world) {

  String hangUp(ApiRequest request) {
    String channelId = request.text("channelId");
    String callId = request.text("callId");
    Person only = world.asker(request).only();
    if (channelId != null) {
      found(
          world.live().hangUpChannel(channelId, only, world.now()),
          "there is no channel '" + channelId + "'");
    } else if (callId != null) {
      found(
          world.live().hangUpCall(callId, only, world.now()),
          "there is no live call '" + callId + "'");
    } else {
      Person whose = world.asker(request).whose(request.text("userId"));
      found(
          world.live().hangUp(leg -> leg.involves(whose), world.now()),
          whose.login() + " has no live call");
    }
    return "OK";
  }

  private static void found(boolean found, String otherwise) {
    if (!found) {
      throw new NotFoundException(otherwise);
    }
  }

  String transfer(ApiRequest request) {
    JsonObject order = request.bodyIfAny();
    String to = order.getString("to");
    if (to == null) {
      throw new IllegalArgumentException("to is missing: it takes the number to transfer to");
    }
    Destination destination = Destination.of(world.staff(), "to", to);
    world
        .live()
        .transfer(
            world.asker(request).whose(order.getString("userId")),
            destination,
            "attended".equals(order.getString("type")),
            order.getString("customData", ""),
            world.now());
    return "OK";
  }

  String cancelTransfer(ApiRequest request) {
    String userId = request.bodyIfAny().getString("userId");
    world.live().cancelTransfer(world.asker(request).whose(userId), world.now());
    return "OK";
  }

  JsonObject monitor(ApiRequest request) {
    Person who = world.asker(request).whose(request.text("userId"));
    String channelId = String.valueOf(request.text("channelId"));
    Monitor monitor = world.live().monitor(channelId, who, world.now());
    return new JsonObject().put("channelId", monitor.channelId()).put("callId", monitor.callId());
  }
}

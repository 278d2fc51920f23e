package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.live.Destination;
import io.ipbx.mock.pbx.live.Monitor;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The part of {@code /calls} that is about calls that go on: begins them, and acts on them. */
record CallControl(World world) {

  List<Operation> operations() {
    return List.of(
        Operation.atOnce("createCall", new CreateCall(world)),
        Operation.atOnce("listCurrentCalls", new ListCurrentCalls(world)),
        Operation.atOnce("listTransferDestinations", new ListTransferDestinations(world)),
        Operation.atOnce("hangupCall", this::hangUp),
        Operation.atOnce("transferCall", this::transfer),
        Operation.atOnce("cancelTransfer", this::cancelTransfer),
        Operation.atOnce("monitorCall", this::monitor));
  }

  private String hangUp(ApiRequest request) {
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

  private String transfer(ApiRequest request) {
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

  private String cancelTransfer(ApiRequest request) {
    String userId = request.bodyIfAny().getString("userId");
    world.live().cancelTransfer(world.asker(request).whose(userId), world.now());
    return "OK";
  }

  private JsonObject monitor(ApiRequest request) {
    Person who = world.asker(request).whose(request.text("userId"));
    String channelId = String.valueOf(request.text("channelId"));
    Monitor monitor = world.live().monitor(channelId, who, world.now());
    return new JsonObject().put("channelId", monitor.channelId()).put("callId", monitor.callId());
  }
}

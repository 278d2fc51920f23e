package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.live.Channel;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET /calls/current}: the channels that are open. */
record ListCurrentCalls(World world) implements Function<ApiRequest, Object> {

  @Override
  public JsonArray apply(ApiRequest request) {
    Integer switchboard = request.text("pbxId") == null ? null : world.switchboardOf(request).id();
    String userId = request.text("userId");
    String login = request.text("userLogin");
    String callId = request.text("callId");
    Person only = world.onlyOf(request);
    Instant now = world.now();
    List<Channel> open = world.live().channels(now);
    JsonArray calls = new JsonArray();
    open.stream()
        .filter(channel -> callId == null || channel.callId().equals(callId))
        .filter(
            channel ->
                switchboard == null
                    || with(open, channel, who -> who.user().switchboard() == switchboard))
        .filter(channel -> userId == null || with(open, channel, who -> who.id().equals(userId)))
        .filter(channel -> login == null || with(open, channel, who -> who.login().equals(login)))
        .filter(channel -> only == null || with(open, channel, only::equals))
        .forEach(channel -> calls.add(json(channel, now)));
    return calls;
  }

  /** Whether someone of that kind is in the call of {@code channel}. */
  private boolean with(List<Channel> open, Channel channel, Predicate<Person> kind) {
    return open.stream()
        .filter(other -> other.callId().equals(channel.callId()))
        .anyMatch(
            other ->
                world.staff().people().stream().filter(kind).anyMatch(who -> isIn(other, who)));
  }

  private static boolean isIn(Channel channel, Person who) {
    return who.equals(channel.person())
        || channel.source().equals(who.extension())
        || channel.destination().equals(who.extension());
  }

  private static JsonObject json(Channel channel, Instant now) {
    return new JsonObject()
        .put("callId", channel.callId())
        .put("src", channel.source())
        .put("dst", channel.destination())
        .put("channel", channel.name())
        .put("channelId", channel.channelId())
        .put("duration", Duration.between(channel.begun(), now).toSeconds())
        .put("user", user(channel.person()))
        .put("direction", channel.way().shown())
        .put("state", channel.state())
        .put("creationTime", Moments.text(channel.begun(), BusinessDays.ZONE));
  }

  private static @Nullable JsonObject user(@Nullable Person person) {
    return person == null
        ? null
        : new JsonObject().put("id", person.id()).put("login", person.login());
  }
}

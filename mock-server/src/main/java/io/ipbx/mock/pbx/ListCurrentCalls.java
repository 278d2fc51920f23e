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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /calls/current}: the channels that are open. */
record ListCurrentCalls(World world) implements Function<ApiRequest, Object> {

  @Override
  public JsonArray apply(ApiRequest request) {
    Integer switchboard =
        request.text("pbxId") == null ? null : world.asker(request).switchboard().id();
    String userId = request.text("userId");
    String login = request.text("userLogin");
    String callId = request.text("callId");
    Person only = world.asker(request).only();
    Instant now = world.now();
    List<Channel> open = world.live().channels(now);
    Predicate<Channel> wanted = channel -> callId == null || channel.callId().equals(callId);
    if (switchboard != null) {
      wanted = wanted.and(with(open, who -> who.user().switchboard() == switchboard));
    }
    if (userId != null) {
      wanted = wanted.and(with(open, who -> who.id().equals(userId)));
    }
    if (login != null) {
      wanted = wanted.and(with(open, who -> who.login().equalsIgnoreCase(login)));
    }
    if (only != null) {
      wanted = wanted.and(with(open, only::equals));
    }
    JsonArray calls = new JsonArray();
    open.stream().filter(wanted).forEach(channel -> calls.add(json(channel, now)));
    return calls;
  }

  /** The channels of calls in which there is someone of that kind. */
  private Predicate<Channel> with(List<Channel> open, Predicate<Person> kind) {
    List<Person> people = world.staff().people().stream().filter(kind).toList();
    Set<String> callIds =
        open.stream()
            .filter(channel -> people.stream().anyMatch(who -> isIn(channel, who)))
            .map(Channel::callId)
            .collect(Collectors.toSet());
    return channel -> callIds.contains(channel.callId());
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
        .put("duration", Math.max(0, Duration.between(channel.begun(), now).toSeconds()))
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

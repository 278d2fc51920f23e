package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Way;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side of a call that goes on.
 *
 * @param person whose phone it is; null for the outside
 * @param state in the words of Asterisk
 */
public record Channel(
    String callId,
    String channelId,
    String name,
    String source,
    String destination,
    @Nullable Person person,
    Way way,
    String state,
    Instant begun) {

  static String name(String peer, int number) {
    return "SIP/%s-%08x".formatted(peer, number);
  }
}

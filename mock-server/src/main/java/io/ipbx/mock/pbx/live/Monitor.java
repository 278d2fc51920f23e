package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Way;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who listens to a channel.
 *
 * @param legNumber of the leg that the channel belongs to
 * @param line that the channel is of
 */
public record Monitor(int number, int legNumber, String line, Person who, Instant since) {

  /** How many numbers it takes: of its call and of its channel. */
  static final int NUMBERS = 2;

  public String callId() {
    return PastCall.idOf(since, number);
  }

  public String channelId() {
    return PastCall.idOf(since, number + 1);
  }

  /** Whether that person listens; of nobody in particular are all. */
  boolean isOf(@Nullable Person only) {
    return only == null || who.equals(only);
  }

  Channel channel() {
    return new Channel(
        callId(),
        channelId(),
        Channel.name(who.extension(), number + 1),
        who.extension(),
        line,
        who,
        Way.LOC,
        "Up",
        since);
  }
}

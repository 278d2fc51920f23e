package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Callback;
import io.ipbx.mock.pbx.world.Course;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.QueueVisit;
import io.ipbx.mock.pbx.world.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A leg of a call that goes on, or went on since the mock was started.
 *
 * @param isReceived whether the own side is called, by another that is there already
 * @param consultation null when none is in progress
 */
public record Leg(
    int number,
    String callId,
    Parties parties,
    boolean isReceived,
    Timing timing,
    String shown,
    String userfield,
    @Nullable Consultation consultation) {

  /** How many numbers a leg takes: its own and those of its channels. */
  static final int NUMBERS = 3;

  private static final String TRUNK = "trunk-1";

  /** The channel of the side that the leg belongs to. */
  public String channelId() {
    return PastCall.idOf(timing.created(), number + 1);
  }

  private String otherChannelId() {
    return PastCall.idOf(timing.created(), number + 2);
  }

  /** The channel of the attended transfer in progress; null when there is none. */
  @Nullable String consultationChannel() {
    return consultation == null ? null : PastCall.idOf(consultation.begun(), consultation.number());
  }

  /** Whether that person is in it, on either side. */
  public boolean involves(Person who) {
    return parties.involve(who);
  }

  /** Whether that person is in it; of nobody in particular are all. */
  public boolean isOf(@Nullable Person only) {
    return only == null || involves(only);
  }

  public @Nullable Person person() {
    return parties.person();
  }

  /** Whether that person has an attended transfer in progress. */
  boolean isTransferredBy(Person who) {
    return consultation != null && consultation.by().equals(who);
  }

  /** Whether the other side is put through before the leg would end. */
  boolean isPutThrough() {
    return consultation != null && consultation.completes().isBefore(timing.ends());
  }

  /** When it is over, unless something is done to it. */
  Instant due() {
    return consultation != null && isPutThrough() ? consultation.completes() : timing.ends();
  }

  /** Whoever the person talks to. */
  String remote() {
    return parties.way() == Way.IN || isReceived ? parties.source() : parties.destination();
  }

  /** Whoever that person talks to. */
  String otherThan(Person who) {
    if (!parties.source().equals(who.extension())) {
      return parties.source();
    }
    return isReceived && parties.way() != Way.OUT ? parties.line() : parties.destination();
  }

  Leg endedAt(Instant moment) {
    return new Leg(
        number, callId, parties, isReceived, timing.endedAt(moment), shown, userfield, null);
  }

  Leg with(@Nullable Consultation changed) {
    return new Leg(number, callId, parties, isReceived, timing, shown, userfield, changed);
  }

  /** Its channels, that of the leg's own side first. */
  List<Channel> channels(Instant now) {
    List<Channel> channels = new ArrayList<>();
    String own = parties.line();
    boolean isPickedUp = timing.isPickedUp(now);
    channels.add(channel(channelId(), own, person(), timing.created(), !isPickedUp));
    if (isReceived || isPickedUp) {
      Instant begun = isReceived ? timing.created() : timing.pickedUp();
      boolean rings = !isReceived && !timing.isAnswered(now);
      String peer = parties.way() == Way.LOC ? remote() : TRUNK;
      channels.add(channel(otherChannelId(), peer, null, begun, rings));
    }
    if (consultation != null) {
      String by = consultation.by().extension();
      channels.add(
          new Channel(
              callId,
              PastCall.idOf(consultation.begun(), consultation.number()),
              Channel.name(by, consultation.number()),
              by,
              consultation.to().number(),
              consultation.by(),
              Way.LOC,
              now.isBefore(consultation.answered()) ? "Ringing" : "Up",
              consultation.begun()));
    }
    return channels;
  }

  private Channel channel(
      String id, String peer, @Nullable Person who, Instant begun, boolean rings) {
    return new Channel(
        callId,
        id,
        Channel.name(peer, PastCall.numberIn(id)),
        parties.source(),
        parties.destination(),
        who,
        parties.way(),
        rings ? "Ringing" : "Up",
        begun);
  }

  /** As it would stand in the history if it ended then. */
  public PastCall until(Instant now) {
    return endedAt(now).past();
  }

  /** As it stands in the history, once it is over. */
  PastCall past() {
    Course course =
        timing.talking() > 0
            ? Course.answered(timing.waiting(), timing.ringing(), timing.talking())
            : Course.unanswered(timing.waiting());
    return new PastCall(
        number,
        callId,
        timing.created(),
        parties,
        course,
        visit(),
        Callback.NONE,
        shown,
        userfield);
  }

  /** What it met in the queue that it was sent to; null when it was not sent to one. */
  private @Nullable QueueVisit visit() {
    CallQueue queue = parties.queue();
    return queue != null && parties.destination().equals(queue.extension())
        ? new QueueVisit(0, queue.members().size(), 1, null)
        : null;
  }
}

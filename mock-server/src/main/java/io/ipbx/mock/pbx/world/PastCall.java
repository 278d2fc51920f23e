package io.ipbx.mock.pbx.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A call of the history, or one leg of it.
 *
 * @param number its own; one that was computed is the number-th of all, from 0
 * @param callId shared by all legs of the call
 * @param shown what the called side was shown in place of the calling number; empty for nothing
 *     else
 * @param userfield what was said of it when it was started
 */
public record PastCall(
    int number,
    String callId,
    Instant start,
    Parties parties,
    Course course,
    @Nullable QueueVisit visit,
    Callback callback,
    String shown,
    String userfield) {

  /** The identifier of what began then and has that number. */
  public static String idOf(Instant start, int number) {
    return start.getEpochSecond() + "." + number;
  }

  /** The number in such an identifier; -1 when it is none. */
  public static int numberIn(String id) {
    int dot = id.indexOf('.');
    return dot > 0 && id.substring(dot + 1).matches("\\d{1,9}")
        ? Integer.parseInt(id.substring(dot + 1))
        : -1;
  }

  public Way way() {
    return parties.way();
  }

  public String source() {
    return parties.source();
  }

  public String destination() {
    return parties.destination();
  }

  /** Who the leg belongs to; null for a call that nobody took. */
  public @Nullable Person person() {
    return parties.person();
  }

  /** The line of the leg. */
  public String extension() {
    return parties.line();
  }

  /** The queue it came through or was booked on; null when there is none. */
  public @Nullable CallQueue queue() {
    return parties.queue();
  }

  public String disposition() {
    return course.disposition().shown();
  }

  /** Seconds that were talked; 0 when it was not answered. */
  public int talking() {
    return course.talking();
  }

  public boolean isAnswered() {
    return course.talking() > 0;
  }

  /** Seconds from the first ring to the end. */
  public int duration() {
    return course.waiting() + course.talking();
  }

  public Instant answered() {
    return start.plusSeconds(course.waiting());
  }

  public Instant end() {
    return start.plus(Duration.ofSeconds(duration()));
  }

  /** Whether it came in through a queue. */
  public boolean isFromQueue() {
    return visit != null;
  }

  /** The outside party; the called line when there is none. */
  public String outside() {
    return way() == Way.IN ? source() : destination();
  }

  /** Whether that person is in it, on either side. */
  public boolean involves(Person who) {
    return parties.involve(who);
  }

  /** The identifier of this leg. */
  public String uniqueId() {
    return idOf(start, number);
  }

  /** The file of its recording; empty when nothing was said. */
  public String recording() {
    return isAnswered() ? folder() + "/" + uniqueId() + ".mp3" : "";
  }

  private String folder() {
    return LocalDate.ofInstant(start, ZoneOffset.UTC).toString().replace('-', '/');
  }
}

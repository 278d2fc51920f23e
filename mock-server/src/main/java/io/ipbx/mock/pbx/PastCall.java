package io.ipbx.mock.pbx;

import io.ipbx.mock.portal.User;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A call of the history.
 *
 * @param number its place in the history, from 0
 * @param way {@code In}, {@code Out} or {@code Loc}
 * @param ringing seconds before it was answered or given up
 * @param talking seconds; 0 for one that was not answered
 */
public record PastCall(
    int number,
    Instant start,
    String way,
    String source,
    String destination,
    User user,
    String extension,
    String disposition,
    int ringing,
    int talking) {

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

  public boolean isAnswered() {
    return talking > 0;
  }

  public int duration() {
    return ringing + talking;
  }

  public Instant end() {
    return start.plus(Duration.ofSeconds(duration()));
  }

  /** The outside party; the called line when there is none. */
  public String outside() {
    return way.equals("In") ? source : destination;
  }

  /** Shared by all legs of the call: here there is one. */
  public String linkedId() {
    return start.getEpochSecond() + "." + number;
  }

  /** The file of its recording; empty when nothing was said. */
  public String recording() {
    return isAnswered() ? FOLDER.format(start) + "/" + linkedId() + ".mp3" : "";
  }
}

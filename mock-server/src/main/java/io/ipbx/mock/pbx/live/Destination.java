package io.ipbx.mock.pbx.live;

import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Line;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.pbx.world.Way;
import org.jspecify.annotations.Nullable;

/**
 * Where a call is to go.
 *
 * @param person whose phone it is; null when it is nobody's inside
 * @param queue the queue it is; null when it is none
 */
public record Destination(
    String number, boolean isInside, @Nullable Person person, @Nullable CallQueue queue) {

  private static final int LONGEST_EXTENSION = 4;

  /** Who is in a call that is made from a line to here. */
  public Parties from(String line, @Nullable Person owner, @Nullable CallQueue booked) {
    Way way = isInside ? Way.LOC : Way.OUT;
    return new Parties(way, line, number, line, owner, null, booked);
  }

  /** Who is in a call of that way when {@code by} sends its other side, {@code remote}, here. */
  Parties onward(Way way, Person by, String remote) {
    if (!isInside) {
      return new Parties(Way.OUT, remote, number, by.extension(), null, null, null);
    }
    Person taker = queue == null ? person : queue.members().stream().findFirst().orElse(null);
    return new Parties(
        way == Way.LOC ? Way.LOC : Way.IN,
        remote,
        number,
        taker == null ? number : taker.extension(),
        taker,
        null,
        queue);
  }

  /**
   * What {@code to} reaches: up to four digits an extension, and the outside with more.
   *
   * @param name of the field that has it
   */
  public static Destination of(Staff staff, String name, String to) {
    String number = to.replaceAll("[\\s()/-]", "");
    if (!number.matches("\\+?[0-9*#]{1,20}")) {
      throw new IllegalArgumentException(
          name + " '" + to + "' is no number, such as 202 or +420777888999");
    }
    if (number.length() > LONGEST_EXTENSION) {
      return new Destination(number, false, null, null);
    }
    Line line = staff.lines().extension(number);
    if (line == null) {
      throw new NotFoundException("there is no line '" + number + "'");
    }
    return new Destination(number, true, line.owner(), staff.queue(line.ownerId()));
  }
}

package io.ipbx.mock.pbx.world;

import io.ipbx.mock.http.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All numbers of the switchboards: of the reception, of the queues, of the people. */
public final class Lines {

  private static final int FIRST_OF_PEOPLE = 21;

  private final List<Line> all = new ArrayList<>();

  Lines(Staff staff) {
    application("ivr", "reception", Integer.toString(Numbering.RECEPTION), false);
    for (CallQueue queue : staff.queues()) {
      application("queue", queue.name(), queue.extension(), true);
    }
    for (Person person : staff.people()) {
      int id = idOf(person);
      all.add(line(id, person.extension(), Line.EXTENSION, person, 1));
      all.add(line(id + 1, person.directNumber(), Line.DIRECT, person, 2));
    }
  }

  /** The identifier of a person's extension. */
  public static int idOf(Person person) {
    return FIRST_OF_PEOPLE + 2 * person.place();
  }

  private static Line line(int id, String number, String kind, Person person, int priority) {
    return new Line(id, number, kind, person, person.id(), "", priority);
  }

  private void application(String kind, String name, String extension, boolean isShown) {
    String direct = Numbering.direct(extension);
    all.add(new Line(all.size() + 1, extension, Line.EXTENSION, null, name, kind, 1));
    all.add(new Line(all.size() + 1, direct, Line.DIRECT, null, name, kind, 2));
    if (isShown) {
      all.add(new Line(all.size() + 1, direct, Line.SHOWN, null, name, kind, 3));
    }
  }

  public List<Line> all() {
    return List.copyOf(all);
  }

  /** The line of that id. */
  public Line byId(String id) {
    Line found = first(line -> Integer.toString(line.id()).equals(id));
    if (found == null) {
      throw unknown(id);
    }
    return found;
  }

  /** What is said of an id that no line has. */
  public static NotFoundException unknown(String id) {
    return new NotFoundException("there is no number '" + id + "'");
  }

  /** The line that {@code extension} reaches inside the house; null when there is none. */
  public @Nullable Line extension(String extension) {
    return first(line -> line.isExtension() && line.number().equals(extension));
  }

  private @Nullable Line first(Predicate<Line> right) {
    return all.stream().filter(right).findFirst().orElse(null);
  }
}

package io.ipbx.mock.pbx.world;

import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.portal.User;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The people of the switchboards and the queues that some of them serve. */
public final class Staff {

  private static final List<String> QUEUES = List.of("support", "sales", "billing");
  private static final int FIRST_QUEUE_ID = 4;

  private final List<Person> people;
  private final List<CallQueue> queues;
  private final Lines lines;
  private final long seed;

  /** The staff that {@code users} are; three of four of them serve the call centre. */
  public Staff(List<User> users, long seed) {
    this.seed = seed;
    int agents = users.size() - users.size() / 4;
    this.people =
        IntStream.range(0, users.size())
            .mapToObj(i -> new Person(i, users.get(i), Numbering.person(i), i < agents))
            .toList();
    this.queues = IntStream.range(0, QUEUES.size()).mapToObj(this::queue).toList();
    this.lines = new Lines(this);
  }

  private CallQueue queue(int place) {
    return new CallQueue(
        FIRST_QUEUE_ID + place,
        QUEUES.get(place),
        Integer.toString(Numbering.FIRST_QUEUE + place),
        people.stream().filter(person -> serves(person, place)).toList());
  }

  /**
   * Agents do, in pairs of which one comes early and one late; the first pair serves all queues.
   */
  private static boolean serves(Person person, int queue) {
    int pair = person.place() / 2;
    return person.isAgent() && (pair == 0 || (pair + queue) % 3 != 2);
  }

  public List<Person> people() {
    return people;
  }

  /** Those whom the call centre is open to. */
  public List<Person> agents() {
    return people.stream().filter(Person::isAgent).toList();
  }

  public Lines lines() {
    return lines;
  }

  public List<CallQueue> queues() {
    return queues;
  }

  /** When {@code person} is at work on that day. */
  public Shift shift(Person person, LocalDate date) {
    return Shift.of(person, date, seed);
  }

  /** The queues that {@code person} serves. */
  public List<CallQueue> queuesOf(Person person) {
    return queues.stream().filter(queue -> serves(person, queue.id() - FIRST_QUEUE_ID)).toList();
  }

  public @Nullable CallQueue queue(String name) {
    return queues.stream().filter(queue -> queue.name().equals(name)).findFirst().orElse(null);
  }

  /** The person of that user id. */
  public Person byId(String id) {
    return only("user", id, person -> person.id().equals(id));
  }

  /** The person of that login, in any case. */
  public Person byLogin(String login) {
    return only("user", login, person -> person.login().equalsIgnoreCase(login));
  }

  public Person byExtension(String extension) {
    return only("line", extension, person -> person.extension().equals(extension));
  }

  private Person only(String kind, String given, Predicate<Person> right) {
    return people.stream()
        .filter(right)
        .findFirst()
        .orElseThrow(() -> new NotFoundException("there is no " + kind + " '" + given + "'"));
  }
}

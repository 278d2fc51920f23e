package io.ipbx.mock.pbx.world;

import org.jspecify.annotations.Nullable;

/**
 * Who is in a call.
 *
 * @param line of the person, or of the queue that nobody answered
 * @param person who the leg belongs to; null when nobody took the call
 * @param caller the outside party; null in the house, or when it was never met
 * @param queue the queue of the call; null when there is none
 */
public record Parties(
    Way way,
    String source,
    String destination,
    String line,
    @Nullable Person person,
    @Nullable Caller caller,
    @Nullable CallQueue queue) {

  /** Whether that person is in it, on either side. */
  public boolean involve(Person who) {
    return who.equals(person)
        || source.equals(who.extension())
        || destination.equals(who.extension());
  }

  static Parties in(Caller caller, Person person) {
    String line = person.extension();
    return new Parties(Way.IN, caller.number(), line, line, person, caller, null);
  }

  static Parties queued(Caller caller, CallQueue queue, @Nullable Person agent) {
    String line = agent == null ? queue.extension() : agent.extension();
    return new Parties(Way.IN, caller.number(), queue.extension(), line, agent, caller, queue);
  }

  static Parties out(Person person, Caller caller, @Nullable CallQueue queue) {
    String line = person.extension();
    return new Parties(Way.OUT, line, caller.number(), line, person, caller, queue);
  }

  static Parties within(Person person, String called) {
    String line = person.extension();
    return new Parties(Way.LOC, line, called, line, person, null, null);
  }
}

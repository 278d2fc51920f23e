package io.ipbx.mock.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a mock: rules in order, by which requests to the auth server and the APIs are
 * misserved; the control routes never are. Of all rules that match a request, every latency is
 * added up, everything that is done to the server is done, and the first that replaces or spoils
 * the answer does so. Safe to use from any thread; a change is seen by the next request.
 */
public interface MockFaults {

  /**
   * Puts {@code rule} behind the others.
   *
   * @return the rule as it is in force, with its id and seed
   * @throws IllegalArgumentException naming what is wrong with it and what is allowed
   */
  FaultRule add(FaultRule rule);

  /** As {@link #add(FaultRule)}, without end. */
  default FaultRule add(FaultMatch match, FaultEffect effect) {
    return add(new FaultRule(match, effect));
  }

  /** The rules in force, in order. */
  List<FaultRule> list();

  /** The rule in force of that id; null when there is none. */
  @Nullable FaultRule find(String id);

  /** Takes a rule away; whether there was one. Who waits because of it goes on waiting. */
  boolean remove(String id);

  /** Takes all rules away, and closes the connections that wait because of any. */
  MockFaults clear();

  /** How often the rule of that id has acted since the last {@link #clear}, gone or not. */
  long acted(String id);

  /** How many requests a fault keeps waiting now: delayed, dripping, or never to be answered. */
  int held();
}

package io.ipbx.mock.wire;

/**
 * What stands between a request and its handling: faults. An exchange passes once, when it is known
 * who asks for what, and before anything is done about it.
 */
@FunctionalInterface
public interface Gate {

  /** Lets everything through. */
  Gate OPEN = (exchange, handling) -> handling.run();

  /**
   * Runs {@code handling} now, or later on the same context, or never: whoever does not run it
   * answers or closes the connection. Damage to the answer is left to {@link
   * HttpExchange#setWayOut}.
   */
  void pass(HttpExchange exchange, Runnable handling);
}

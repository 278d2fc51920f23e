package io.ipbx.mock.auth;

/**
 * One login and the tokens that come of it; what changes of it is kept by {@link Sessions}.
 *
 * @param key its number among all sessions of this mock, in its identifier
 * @param brief whether the identifier is written as version 26 does
 * @param started in milliseconds since the epoch
 */
record Session(Id key, boolean brief, Principal principal, Scopes scopes, long started) {

  long number() {
    return key.number();
  }

  String id() {
    return brief ? key.brief() : key.uuid();
  }

  /** Milliseconds that {@code sessionMax} seconds leave it; negative once they are over. */
  long remaining(long sessionMax, long now) {
    return started + sessionMax * 1000 - now;
  }
}

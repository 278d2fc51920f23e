package io.ipbx.mock.control;

import java.util.Set;

/** What can happen to a request, each with the members of {@link FaultEffect} that it takes. */
public enum FaultType {

  /** It waits before anything is done. */
  LATENCY(Role.DELAY, "distribution", "millis", "min", "max", "median", "sigma"),

  /** It gets {@code status} with {@code headers} and {@code body}. */
  STATUS(Role.REPLACE, "status", "headers", "body", "contentType", "retryAfter"),

  /** Past {@code limit} in {@code period} it gets 429 and, in {@code Retry-After}, what is left. */
  QUOTA(Role.REPLACE, "limit", "period", "headers", "body", "contentType"),

  /** It gets a page with 200, as from a proxy that wants a login. */
  HTML(Role.REPLACE, "body"),

  /** Its connection is reset (TCP RST; in HTTP/2 its stream) without an answer. */
  RESET_BEFORE_HEADERS(Role.REPLACE),

  /** It hears nothing until it hangs up, or until the faults are cleared or the mock stops. */
  NEVER_ANSWER(Role.REPLACE),

  /** The server acts; the connection is closed in place of the answer. */
  ACT_THEN_CUT(Role.SPOIL),

  /** The server acts; the connection is reset when the head of the answer has gone out. */
  RESET_AFTER_HEADERS(Role.SPOIL),

  /** The server acts; the connection is closed after {@code bytes} of the body, or half of it. */
  CUT_BODY(Role.SPOIL, "bytes"),

  /** The server acts; the answer is whole for HTTP, and half of its JSON. */
  MALFORMED_JSON(Role.SPOIL),

  /** The server acts; the answer is said to be {@code contentType}. */
  CONTENT_TYPE(Role.SPOIL, "contentType"),

  /** The server acts; the body comes {@code bytes} at a time, every {@code interval}. */
  DRIP(Role.SPOIL, "bytes", "interval"),

  /**
   * All access tokens of who asks expire, in an exchange of the access; refresh tokens stay good.
   */
  EXPIRE(Role.ACT),

  /** All sessions of who asks end, in an exchange of the access. */
  REVOKE(Role.ACT),

  /** The server signs with new keys; the old ones stay published. */
  ROTATE_KEYS(Role.ACT);

  /** How an effect goes together with those of other rules. */
  public enum Role {
    /** Delays add up. */
    DELAY,
    /** Done to the server, all of them, before it looks at the request. */
    ACT,
    /** Given in place of the server's answer, the server not being asked; the first one wins. */
    REPLACE,
    /** Done to the server's answer on its way; the first one wins, this or a replacement. */
    SPOIL
  }

  private final Role role;

  // A set that cannot change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> members;

  FaultType(Role role, String... members) {
    this.role = role;
    this.members = Set.of(members);
  }

  public Role role() {
    return role;
  }

  Set<String> members() {
    return members;
  }
}

package io.ipbx.mock.pbx.world;

/**
 * The tie between a call that was missed and the one that called back.
 *
 * @param role which of the two this is
 * @param number of the other
 */
public record Callback(Role role, int number) {

  /** A call that neither was called back nor calls back. */
  public static final Callback NONE = new Callback(Role.NONE, -1);

  /** Which of the two a call is. */
  public enum Role {
    NONE,
    MISSED,
    CALLS_BACK
  }
}

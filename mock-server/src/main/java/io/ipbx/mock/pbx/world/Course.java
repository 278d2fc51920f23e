package io.ipbx.mock.pbx.world;

/**
 * How a call went.
 *
 * @param waiting seconds from its begin until it was answered or given up
 * @param ringing seconds of that in which the last phone rang
 * @param talking seconds; 0 unless it was answered
 */
public record Course(Disposition disposition, int waiting, int ringing, int talking) {

  /** The course of a call in which something was said. */
  public static Course answered(int waiting, int ringing, int talking) {
    return new Course(Disposition.ANSWERED, waiting, ringing, talking);
  }

  /** The course of a call that somebody gave up. */
  public static Course unanswered(int waiting) {
    return failed(Disposition.NO_ANSWER, waiting);
  }

  static Course failed(Disposition disposition, int waiting) {
    return new Course(disposition, waiting, waiting, 0);
  }
}

package io.ipbx.mock.pbx.world;

/** What became of a call, and the number of that in Q.850. */
public enum Disposition {
  ANSWERED("ANSWERED", 16),
  NO_ANSWER("NO ANSWER", 19),
  BUSY("BUSY", 17),
  FAILED("FAILED", 38);

  private final String shown;
  private final int cause;

  Disposition(String shown, int cause) {
    this.shown = shown;
    this.cause = cause;
  }

  /** As it is written on the wire. */
  public String shown() {
    return shown;
  }

  public int cause() {
    return cause;
  }
}

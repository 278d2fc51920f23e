package io.ipbx.mock.pbx.world;

/** Why an agent takes no calls for a while. */
public enum PauseReason {
  LUNCH(1, "Lunch", false, "Half an hour around noon"),
  BREAK(2, "Break", false, "A quarter of an hour away from the desk"),
  PAPERWORK(3, "Paperwork", true, "Finishing what calls have left"),
  TRAINING(4, "Training", true, "Learning with a colleague");

  private final int id;
  private final String shown;
  private final boolean billable;
  private final String description;

  PauseReason(int id, String shown, boolean billable, String description) {
    this.id = id;
    this.shown = shown;
    this.billable = billable;
    this.description = description;
  }

  public int id() {
    return id;
  }

  /** The name that people read. */
  public String shown() {
    return shown;
  }

  /** Whether it counts as billed time. */
  public boolean isBillable() {
    return billable;
  }

  public String description() {
    return description;
  }
}

package io.ipbx.mock.pbx.world;

/** The direction of a call. */
public enum Way {
  LOC("Loc"),
  IN("In"),
  OUT("Out");

  private final String shown;

  Way(String shown) {
    this.shown = shown;
  }

  /** As it is written on the wire. */
  public String shown() {
    return shown;
  }
}

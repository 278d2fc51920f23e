package io.ipbx.mock.pbx.world;

import java.util.List;

/** Groups of skills that members of the call centre have. */
public enum Skills {
  CZECH(1, "Czech"),
  ENGLISH(2, "Czech and English"),
  TECHNICAL(3, "Technical questions");

  private static final List<Skills> ALL = List.of(values());

  private final int id;
  private final String shown;

  Skills(int id, String shown) {
    this.id = id;
    this.shown = shown;
  }

  /** Those of the person at that place. */
  static Skills of(int place) {
    return ALL.get(place % ALL.size());
  }

  public int id() {
    return id;
  }

  /** The name that people read. */
  public String shown() {
    return shown;
  }
}

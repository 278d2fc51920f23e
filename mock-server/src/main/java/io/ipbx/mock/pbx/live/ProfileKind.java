package io.ipbx.mock.pbx.live;

/** The profiles that everybody has, as they are before anybody changes them. */
public enum ProfileKind {
  OFFICE(1, "Office", "Rings the phone on the desk", true, false, "none"),
  MOBILE(2, "Mobile", "Forwards to the own mobile", true, true, "mymobile"),
  AWAY(3, "Away", "Forwards to a colleague", false, true, "another"),
  SILENT(4, "Do not disturb", "Rings nowhere", false, false, "none");

  private final int number;
  private final String shown;
  private final String description;
  private final boolean hasDevice;
  private final boolean hasForward;
  private final String forward;

  ProfileKind(
      int number,
      String shown,
      String description,
      boolean hasDevice,
      boolean hasForward,
      String forward) {
    this.number = number;
    this.shown = shown;
    this.description = description;
    this.hasDevice = hasDevice;
    this.hasForward = hasForward;
    this.forward = forward;
  }

  /** Among those of one person, from 1. */
  int number() {
    return number;
  }

  /** The name that people read. */
  public String shown() {
    return shown;
  }

  public String description() {
    return description;
  }

  /** Whether a device can be set. */
  public boolean hasDevice() {
    return hasDevice;
  }

  /** Whether forwarding can be set. */
  public boolean hasForward() {
    return hasForward;
  }

  String forward() {
    return forward;
  }
}

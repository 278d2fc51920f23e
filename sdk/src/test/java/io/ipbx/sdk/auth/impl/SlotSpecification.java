package io.ipbx.sdk.auth.impl;

/** What {@link SlotOperations} are to answer, one after the other; zero stands for none. */
public class SlotSpecification {

  private int token = 1;
  private int refresh = 1;
  private int flight;
  private boolean pause;

  public String ask(int mine, int outdated) {
    if (token != 0 && token != outdated) {
      return "token " + token;
    }
    if (flight == 0 && pause) {
      return "pause";
    }
    flight = flight == 0 ? mine : flight;
    return "flight " + flight;
  }

  public boolean renew(int mine, int outdated) {
    boolean starts = flight == 0 && !pause && token == outdated && refresh == outdated;
    flight = starts ? mine : flight;
    return starts;
  }

  public boolean land(int landing, int brought) {
    if (landing != flight) {
      return false;
    }
    flight = 0;
    token = brought;
    refresh = brought;
    pause = false;
    return true;
  }

  public boolean fail(int failing, boolean excused) {
    if (failing != flight) {
      return false;
    }
    flight = 0;
    pause |= !excused;
    return true;
  }

  public boolean invalidate(int refused) {
    boolean held = token == refused;
    token = held ? 0 : token;
    return held;
  }

  public void forgetRefresh(int refused) {
    refresh = refresh == refused ? 0 : refresh;
  }

  public String refreshToken() {
    return refresh == 0 ? "null" : "refresh of token " + refresh;
  }

  public void logout() {
    token = 0;
    refresh = 0;
    flight = 0;
  }
}

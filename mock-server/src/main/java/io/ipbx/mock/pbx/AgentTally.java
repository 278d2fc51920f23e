package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.Callback;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.QueueVisit;
import io.ipbx.mock.pbx.world.Shift;
import io.ipbx.mock.pbx.world.Way;
import java.time.Instant;

/** What one agent did in a period: seconds and counts. */
final class AgentTally {

  private final Person agent;
  private final Period period;
  private long login;
  private long billedPauses;
  private long otherPauses;
  private long incoming;
  private long outgoing;
  private int taken;
  private int outgoingAnswered;
  private int outgoingUnanswered;
  private int callbacks;
  private int passedBy;

  AgentTally(Person agent, Period period) {
    this.agent = agent;
    this.period = period;
  }

  /** Adds the hours of a day, as far as they are in the period. */
  void add(Shift shift, Instant midnight) {
    login += within(midnight, shift.from(), shift.to());
    for (Shift.Pause pause : shift.pauses()) {
      long seconds = within(midnight, pause.from(), pause.to());
      if (pause.reason().isBillable()) {
        billedPauses += seconds;
      } else {
        otherPauses += seconds;
      }
    }
  }

  private long within(Instant midnight, int from, int to) {
    long first = Math.max(from, period.from().getEpochSecond() - midnight.getEpochSecond());
    long last = Math.min(to, period.to().getEpochSecond() - midnight.getEpochSecond());
    return Math.max(0, last - first);
  }

  /** Adds a call, whoever had it. */
  void add(PastCall call) {
    QueueVisit visit = call.visit();
    if (visit != null && agent.equals(visit.passedBy())) {
      passedBy++;
    }
    if (!agent.equals(call.person())) {
      return;
    }
    if (call.way() == Way.IN) {
      taken += call.isAnswered() ? 1 : 0;
      passedBy += call.isAnswered() ? 0 : 1;
      incoming += call.talking();
    } else if (call.way() == Way.OUT) {
      outgoingAnswered += call.isAnswered() ? 1 : 0;
      outgoingUnanswered += call.isAnswered() ? 0 : 1;
      outgoing += call.talking();
      callbacks += call.callback().role() == Callback.Role.CALLS_BACK ? 1 : 0;
    }
  }

  Person agent() {
    return agent;
  }

  long login() {
    return login;
  }

  long billedPauses() {
    return billedPauses;
  }

  long otherPauses() {
    return otherPauses;
  }

  long pauses() {
    return billedPauses + otherPauses;
  }

  long incoming() {
    return incoming;
  }

  long outgoing() {
    return outgoing;
  }

  /** What is left of the hours; none where calls outlasted them. */
  long idle() {
    return Math.max(0, login - pauses() - incoming - outgoing);
  }

  int taken() {
    return taken;
  }

  int outgoingAnswered() {
    return outgoingAnswered;
  }

  int outgoingUnanswered() {
    return outgoingUnanswered;
  }

  int callbacks() {
    return callbacks;
  }

  int passedBy() {
    return passedBy;
  }
}

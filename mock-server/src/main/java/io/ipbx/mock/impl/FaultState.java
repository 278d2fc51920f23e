package io.ipbx.mock.impl;

import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.fault.Faults;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonArray;
import java.util.List;

/**
 * The faults as a part of the mock's state: the rules in force, in their order.
 *
 * @param first the rules that it starts with
 */
record FaultState(Faults faults, List<FaultRule> first) implements StatePart {

  @Override
  public MockPart part() {
    return MockPart.FAULTS;
  }

  @Override
  public void reset() {
    faults.replacement(first).run();
  }

  @Override
  public Object snapshot() {
    JsonArray rules = new JsonArray();
    faults.list().forEach(rule -> rules.add(rule.toJson()));
    return rules;
  }

  @Override
  public Runnable read(Object json) {
    List<FaultRule> rules = Fields.list(part().key(), json, FaultState::rule);
    return faults.replacement(rules);
  }

  private static FaultRule rule(String where, Object json) {
    try {
      return new FaultRule(Fields.of(where, json).json());
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(where + ": " + wrong.getMessage(), wrong);
    }
  }
}

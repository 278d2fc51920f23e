package io.ipbx.mock.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules in force, in order, and by the endpoint that they are for. Never changes. */
record RuleIndex(
    List<ActiveRule> all, List<ActiveRule> elsewhere, Map<String, List<ActiveRule>> byEndpoint) {

  static final RuleIndex EMPTY = of(List.of());

  static RuleIndex of(List<ActiveRule> rules) {
    Map<String, List<ActiveRule>> byEndpoint = new HashMap<>();
    for (ActiveRule rule : rules) {
      String endpoint = rule.endpoint();
      if (endpoint != null && !byEndpoint.containsKey(endpoint)) {
        byEndpoint.put(endpoint, of(rules, endpoint));
      }
    }
    return new RuleIndex(List.copyOf(rules), of(rules, ""), byEndpoint);
  }

  /** Those for that endpoint and those for any. */
  private static List<ActiveRule> of(List<ActiveRule> rules, String endpoint) {
    List<ActiveRule> found = new ArrayList<>();
    for (ActiveRule rule : rules) {
      if (rule.endpoint() == null || endpoint.equals(rule.endpoint())) {
        found.add(rule);
      }
    }
    return found;
  }

  /** The rules that a request to that endpoint may meet. */
  List<ActiveRule> at(String endpoint) {
    return byEndpoint.getOrDefault(endpoint, elsewhere);
  }
}

package io.ipbx.mock.fault;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules in force, in order, and by the endpoint that they are for. Never changes. */
record RuleIndex(
    List<ActiveRule> all, List<ActiveRule> elsewhere, Map<String, List<ActiveRule>> byEndpoint) {

  static final RuleIndex EMPTY = of(List.of());

  static RuleIndex of(List<ActiveRule> rules) {
    Map<String, List<ActiveRule>> byEndpoint =
        rules.stream()
            .map(ActiveRule::endpoint)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), name -> of(rules, name)));
    return new RuleIndex(List.copyOf(rules), of(rules, ""), byEndpoint);
  }

  /** Those for that endpoint and those for any. */
  private static List<ActiveRule> of(List<ActiveRule> rules, String endpoint) {
    return rules.stream()
        .filter(rule -> rule.endpoint() == null || endpoint.equals(rule.endpoint()))
        .toList();
  }

  /** The rules that a request to that endpoint may meet. */
  List<ActiveRule> at(String endpoint) {
    return byEndpoint.getOrDefault(endpoint, elsewhere);
  }
}

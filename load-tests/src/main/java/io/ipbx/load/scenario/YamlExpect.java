package io.ipbx.load.scenario;

import java.util.Set;

/** The expectations of a scenario's file. */
final class YamlExpect {

  private static final Set<String> MEMBERS =
      Set.of(
          "singleFlight",
          "failedCalls",
          "errorRate",
          "p50",
          "p90",
          "p99",
          "p99.9",
          "slowest",
          "grantsPerExpiry",
          "tokenRequests",
          "peakTokenRequests",
          "duplicateRefreshes",
          "ownContext",
          "generatorLag");

  private YamlExpect() {}

  static void add(Section scenario, Plan plan) {
    Section expected = scenario.section("expect", MEMBERS);
    expected.names().forEach(name -> add(name, expected, plan));
  }

  private static void add(String name, Section expected, Plan plan) {
    switch (name) {
      case "singleFlight" -> {
        if (expected.flag(name, false)) {
          plan.expectSingleFlight();
        }
      }
      case "ownContext" -> {
        if (expected.flag(name, false)) {
          plan.expect(Expect.ownContext());
        }
      }
      case "failedCalls" -> plan.expect(Expect.failedCalls(expected.count(name, 0)));
      case "errorRate" -> plan.expect(Expect.errorRate(expected.share(name)));
      case "slowest" -> plan.expect(Expect.latency(100, expected.duration(name)));
      case "grantsPerExpiry" -> plan.expect(Expect.grantsPerExpiry(expected.count(name, 0)));
      case "tokenRequests" -> plan.expect(Expect.tokenRequests(expected.count(name, 0)));
      case "peakTokenRequests" -> plan.expect(Expect.peakTokenRequests(expected.count(name, 0)));
      case "duplicateRefreshes" -> plan.expect(Expect.duplicateRefreshes(expected.count(name, 0)));
      case "generatorLag" -> plan.generatorLag(expected.duration(name));
      default ->
          plan.expect(
              Expect.latency(Double.parseDouble(name.substring(1)), expected.duration(name)));
    }
  }
}

package io.ipbx.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.engine.ArrivalSchedule;
import io.ipbx.load.engine.Arrivals;
import io.ipbx.load.engine.Loops;
import io.ipbx.load.engine.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlScenarioTest {

  private static final String HEAD = "name: mine\n";

  @Test
  void everything_can_be_said() {
    Plan plan =
        plan(
            """
            question: Does it hold?
            load: {callers: 50, rounds: 3}
            server: {accessTokenTtl: 60}
            client: {connections: 8}
            accesses: 5
            tokensFirst: false
            path: /calls?pageSize=2
            warmUp: 500ms
            atMost: 1m
            events:
              - {beforeRound: 2, do: expire}
              - {beforeRound: 3, do: revoke, name: thrown out}
            expect:
              singleFlight: true
              p99.9: 2s
              tokenRequests: 3
            """);

    assertThat(plan.load()).isEqualTo(new Rounds(50, 3));
    assertThat(plan.server().getInteger("accessTokenTtl")).isEqualTo(60);
    assertThat(plan.client().getInteger("connections")).isEqualTo(8);
    assertThat(plan.accesses()).isEqualTo(5);
    assertThat(plan.tokensFirst()).isFalse();
    assertThat(plan.path()).isEqualTo("/calls?pageSize=2");
    assertThat(plan.warmUp()).isEqualTo(Duration.ofMillis(500));
    assertThat(plan.atMost()).isEqualTo(Duration.ofMinutes(1));
    assertThat(plan.steps())
        .extracting(step -> step.deed().name())
        .containsExactly("tokens expire", "thrown out");
    // Calls at all, the five of the single flight, and two of its own.
    assertThat(plan.expectations()).hasSize(1 + 5 + 2);
  }

  @Test
  void the_load_is_of_the_kind_that_its_members_tell() {
    assertThat(plan("load: {callers: 2, calls: 7}").load()).isEqualTo(new Loops(2, 7, null));
    assertThat(plan("load: {callers: 2, duration: 3s}").load())
        .isEqualTo(new Loops(2, 0, Duration.ofSeconds(3)));
    Arrivals arrivals =
        (Arrivals)
            plan("load: {arrivals: [{rate: 5, for: 2s}, {from: 5, to: 15, for: 1s}]}").load();
    ArrivalSchedule schedule = arrivals.schedule();
    assertThat(schedule.total()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lod: {callers: 1}                                        | 'lod'",
        "load: {callers: 0, rounds: 1}                            | load.callers is '0'",
        "load: {callers: many, rounds: 1}                         | load.callers is 'many'",
        "load: {callers: 1}                                       | no end",
        "load: {arrivals: [{rate: 5}]}                            | load.arrivals[0].for is"
            + " missing",
        "load: {arrivals: [{rate: 5, for: never}]}                | 500ms, 10s",
        "{load: {duration: 2m}, atMost: 90s}                      | alone lasts PT2M",
        "{load: {rounds: 1}, client: {authUrl: https://a}}        | client.authUrl belongs to",
        "{load: {rounds: 1}, client: {apiUrl: https://a}}         | client.apiUrl belongs to",
        "{load: {rounds: 1}, client: {password: x}}               | client.password belongs to",
        "{load: {rounds: 1}}                                      | name is missing",
        "{load: {rounds: 1, calls: 2}}                            | load.calls has no meaning",
        "{load: {rounds: 1, duration: 2s}}                        | load.duration has no meaning",
        "{load: {rounds: 1, arrivals: [{rate: 1, for: 1s}]}}      | load.rounds has no meaning",
        "{load: {arrivals: [{rate: 1, to: 2, for: 1s}]}}          | arrivals[0].to has no meaning",
        "{load: {rounds: 1}, events: [{at: 1s, beforeRound: 1, do: revoke}]} | no meaning beside"
            + " at",
        "{load: {rounds: 1}, expect: {errorRate: 1}}              | expect.errorRate is '1'",
        "{load: {rounds: 1}, accesses: 0}                         | accesses is '0'",
        "load: {rounds: 1, x: 2}                                  | 'load.x'",
        "{load: {rounds: 1}, events: [{at: 1s, do: dance}]}       | expireUnnoticed",
        "{load: {rounds: 1}, events: [{beforeRound: 2, do: revoke}]} | round",
        "{load: {rounds: 1}, expect: {p98: 1s}}                   | 'expect.p98'",
        "{load: {rounds: 1}, store: {kind: disk, processes: 2}}   | local, clustered or redis",
        "{load: {rounds: 1}, tokensFirst: 1}                      | tokensFirst is '1'",
        "'[1, 2'                                                  | YAML"
      })
  void what_is_wrong_is_named_with_what_is_allowed(String yaml, String said) {
    assertThatThrownBy(() -> YamlScenario.of(yaml.startsWith("{") ? yaml : HEAD + yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void tokens_that_run_out_have_a_lifetime_that_is_known() {
    String expiring = "load: {rounds: 2}\nevents: [{beforeRound: 2, do: expireUnnoticed}]\n";

    assertThat(plan(expiring).server().getInteger("accessTokenTtl")).isEqualTo(3_600);
    assertThat(
            plan(expiring + "server: {accessTokenTtl: 60}").server().getInteger("accessTokenTtl"))
        .isEqualTo(60);
    assertThat(plan("load: {rounds: 2}").server()).isEmpty();
  }

  @Test
  void the_limit_is_five_minutes_longer_than_the_load() {
    assertThat(plan("load: {rounds: 1}").atMost()).isEqualTo(Duration.ofMinutes(5));
    assertThat(plan("load: {duration: 10m}").atMost()).isEqualTo(Duration.ofMinutes(15));
    assertThat(plan("load: {arrivals: [{rate: 1, for: 6m}, {rate: 2, for: 4m}]}").atMost())
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void arrivals_that_fall_behind_count_for_nothing_whether_the_file_says_so_or_not() {
    String arrivals = "load: {arrivals: [{rate: 5, for: 2s}]}";

    assertThat(plan(arrivals).expectations()).hasSize(2);
    assertThat(plan(arrivals + "\nexpect: {generatorLag: 1s}").expectations()).hasSize(2);
    assertThat(plan("load: {rounds: 1}").expectations()).hasSize(1);
  }

  private static Plan plan(String yaml) {
    return YamlScenario.of(HEAD + yaml).plan(new Knobs(List.of(), Map.of()));
  }
}

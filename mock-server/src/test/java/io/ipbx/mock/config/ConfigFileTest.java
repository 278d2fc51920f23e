package io.ipbx.mock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.AccessOptions;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.Signing;
import io.ipbx.mock.SwitchboardOptions;
import io.ipbx.mock.UserOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says, and how its mistakes are told. */
class ConfigFileTest {

  private static Configuration read(String yaml) {
    return ConfigFile.read("mock.yaml", yaml);
  }

  private static MockOptions options(String yaml) {
    return read(yaml).over(new MockOptions());
  }

  @Test
  void an_empty_file_changes_nothing() {
    assertThat(options("# nothing\n")).hasToString(new MockOptions().toString());
  }

  @Test
  void a_whole_world_can_be_described() {
    MockOptions options =
        options(
            """
            port: 0
            signing: rs256
            tls: yes
            token-ttl: 20
            switchboards:
              - {id: 7, name: Ostrava, host: ostrava.example.com}
            users:
              - {email: Eva@example.com, name: Eva Malá}
              - {email: jan@example.com, name: Jan Velký, switchboard: 7}
            accesses:
              - &one {email: one@example.com, impersonation: true}
              - {<<: *one, email: two@example.com, enabled: false, password: Another.Pass1}
            """);

    assertThat(options.getPort()).isZero();
    assertThat(options.isTls()).isTrue();
    assertThat(options.getSettings().getSigning()).isEqualTo(Signing.RS256);
    assertThat(options.getSettings().getAccessTokenTtl()).isEqualTo(20);
    assertThat(options.getSwitchboards())
        .extracting(SwitchboardOptions::getId, SwitchboardOptions::getVersion)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(7, "4.9.2"));
    assertThat(options.getUsers()).extracting(UserOptions::getSwitchboard).containsExactly(null, 7);
    assertThat(options.getAccesses())
        .extracting(AccessOptions::getEmail, AccessOptions::isImpersonation)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("one@example.com", true),
            org.assertj.core.groups.Tuple.tuple("two@example.com", true));
    assertThat(options.getAccesses().get(1).isEnabled()).isFalse();
  }

  @Test
  void a_preset_stands_for_what_nothing_else_is_said_about() {
    String yaml =
        """
        token-ttl: 20
        preset: brief
        presets:
          brief: {token-ttl: 5, refresh-ttl: 10}
        """;

    assertThat(options(yaml).getSettings().getAccessTokenTtl()).isEqualTo(20);
    assertThat(options(yaml).getSettings().getRefreshTokenTtl()).isEqualTo(10);
    assertThat(
            read(yaml)
                .with(Map.of("preset", "CURRENT"))
                .over(new MockOptions())
                .getSettings()
                .getRefreshTokenTtl())
        .isEqualTo(7200);
    assertThat(options("preset: current").getSettings().getAccessTokenTtl()).isEqualTo(3000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour: blue | 1: colour is not known: allowed are",
        "token-tl: 5 | 1: token-tl is not known: did you mean 'token-ttl'?",
        "accessTokenTtl: 5 | 1: accessTokenTtl is not known: did you mean 'token-ttl'?",
        "port: 70000 | 1: port is 70000: allowed are 0 to 65535",
        "port: 70000000000000000000000 | 1: port is 70000000000000000000000: allowed are 0 to"
            + " 65535",
        "port: 80.5 | 1: port is 80.5: it takes a whole number",
        "port: 80.0 | 1: port is 80.0: allowed are 0 to 65535",
        "port: x | 1: port is x: it takes a whole number",
        "port: | 1: port is empty: it takes a whole number",
        "verbose: maybe | 1: verbose is maybe: it takes true or false",
        "host: 7 | 1: host is 7: it takes text",
        "public-url: mock.example.com | 1: public-url is mock.example.com: allowed are addresses",
        "calls: 100000001 | 1: calls is 100000001: allowed are 0 to 100000000",
        "client-id: '  ' | 1: client-id is   : it must not be blank",
        "signing: NONE | 1: signing is NONE: allowed are [HS256, hs256, ES256",
        "wrong-password-status: 402 | 1: wrong-password-status is 402: allowed are [0, 400, 401]",
        "preset: curent | 1: preset is curent: allowed are [wiki-v11, current]",
        "presets: {a: {port: 1}} | 1: presets.a.port is not known: allowed are",
        "presets: {a: {token-ttl: 0}} | 1: presets.a.token-ttl is 0: allowed are 1 to",
        "accesses: [] | 1: accesses is empty",
        "accesses: x | 1: accesses is x: it takes a list",
        "accesses: [{}] | 1: accesses[0] has no 'email'",
        "accesses: [{email: a@b.cz, pasword: x}] | 1: accesses[0].pasword is not known: did you"
            + " mean 'password'?",
        "accesses: [{email: a@b.cz, password: x}] | 1: accesses[0].password breaks the password"
            + " policy: MinimalLength is 1",
        "accesses: [{email: a}] | 1: accesses[0].email 'a' is not an address",
        "accesses: [{email: a@b.cz}, {email: A@b.cz}] | 1: accesses[1].email 'A@b.cz' is there"
            + " twice",
        "accesses: [{email: a@b.cz, switchboard: 9}] | 1: accesses[0].switchboard is 9: there are"
            + " [101, 102]",
        "users: [{email: a@b.cz, name: A B}] | 1: users must be at least two",
        "'switchboards: [{id: 1, name: A, host: a}, {id: 1, name: B, host: b}]' | 1:"
            + " switchboards[1].id is 1 as that of another",
        "faults: [{}] | 1: faults[0] has no 'effect'",
        "'faults: [{match: {grnt: x}, effect: {type: HTML}}]' | 1: faults[0].match.grnt is not"
            + " known: did you mean 'grant'?",
        "'faults: [{effect: {type: FIRE}}]' | 1: faults[0].effect.type is FIRE: allowed are"
            + " [LATENCY",
        "'faults: [{effect: {type: HTML, status: 200}}]' | 1: faults[0].effect.status is not for"
            + " HTML",
        """
        'faults:
        - effect: {type: HTML}
          match:
            probability: 2' | 4: faults[0].match.probability is 2\
        """,
        "'faults: [{effect: {type: HTML}, match: {from: noon}}]' | 1: faults[0].match.from is noon",
        "'faults: [{effect: {type: STATUS, status: 70000000000}}]' | 1: faults effect.status is"
            + " 70000000000",
        "- 1 | 1: a configuration is a mapping",
        "'port: 1\n\nport: 2' | 3: port is there already, on line 1",
        "'host: a\nport: [' | 2: expected the node content",
        "'accesses: &a [*a]' | 1: accesses[0] contains itself",
        "'calls: 1\nport: !!java.io.File /tmp' | 2: Global tag is not allowed"
      })
  void a_mistake_is_told_with_its_line(String yaml, String told) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("mock.yaml:" + told);
  }

  @Test
  void all_mistakes_are_told_in_the_order_of_the_lines() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    port: 70000
                    users:
                      - email: a@b.cz
                        name: 7
                    accesses:
                      - email: a@b.cz
                        password: short
                    tokenttl: 5
                    preset: none
                    """))
        .isInstanceOf(ConfigException.class)
        .extracting(
            wrong ->
                String.valueOf(wrong.getMessage()).lines().map(line -> line.split(" ")[0]).toList())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsSubsequence(
            "mock.yaml:1:", "mock.yaml:4:", "mock.yaml:7:", "mock.yaml:8:", "mock.yaml:9:");
  }
}

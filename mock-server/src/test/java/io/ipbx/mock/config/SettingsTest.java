package io.ipbx.mock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environment says. */
class SettingsTest {

  @Test
  void a_variable_is_read_by_the_name_of_its_setting() {
    assertThat(
            Settings.fromEnvironment(
                Map.of(
                    "IPBX_MOCK_TOKEN_TTL", "20",
                    "IPBX_MOCK_SIGNING", "hs256",
                    "IPBX_MOCK_TLS", "TRUE",
                    "IPBX_MOCK_PRESET", "current",
                    "PATH", "/bin")))
        .isEqualTo(Map.of("token-ttl", 20L, "signing", "HS256", "tls", true, "preset", "current"));
  }

  @Test
  void a_wrong_value_is_told_by_the_name_of_the_variable() {
    assertThatThrownBy(
            () -> Settings.fromEnvironment(Map.of("IPBX_MOCK_PORT", "tcp://10.0.0.1:80")))
        .hasMessage("IPBX_MOCK_PORT is tcp://10.0.0.1:80: allowed are 0 to 65535");
  }

  @Test
  void a_mistyped_variable_is_pointed_at_and_a_foreign_one_is_not() {
    assertThat(
            Settings.strangers(
                Map.of("IPBX_MOCK_TOKN_TTL", "1", "IPBX_MOCK_SERVICE_HOST", "x", "HOST", "y")))
        .containsExactly("IPBX_MOCK_TOKN_TTL is not known: did you mean IPBX_MOCK_TOKEN_TTL?");
  }
}

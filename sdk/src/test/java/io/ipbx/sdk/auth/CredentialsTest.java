package io.ipbx.sdk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | password",
        "{\"username\":\"a@b\"} | password",
        "{\"username\":\"a@b\",\"password\":\"\"} | password",
        "{\"password\":\"secret\"} | username",
        "{\"username\":\" \",\"password\":\"secret\"} | username",
        "{\"username\":7,\"password\":\"secret\"} | username",
        "{\"refreshToken\":\" \"} | refreshToken"
      })
  void what_cannot_work_is_refused_by_name(String json, String name) {
    assertThatThrownBy(() -> Credentials.fromJson(new JsonObject(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_blank_password_is_one_all_the_same() {
    assertThat(new Credentials("a@b", " ").password()).isEqualTo(" ");
  }

  @Test
  void the_environment_and_json_name_the_same_things() {
    Credentials fromEnv =
        Credentials.fromEnv(
            Map.of(
                "IPBX_USERNAME", "a@b", "IPBX_PASSWORD", "secret", "IPBX_REFRESH_TOKEN", "token"));
    Credentials fromJson =
        Credentials.fromJson(
            new JsonObject()
                .put("username", "a@b")
                .put("password", "secret")
                .put("refreshToken", "token"));

    assertThat(fromEnv).isEqualTo(fromJson).isEqualTo(new Credentials("a@b", "secret", "token"));
    assertThat(Credentials.fromEnv(Map.of("IPBX_REFRESH_TOKEN", "token")))
        .isEqualTo(Credentials.ofRefreshToken("token"));
  }

  @Test
  void the_secrets_are_not_shown() {
    assertThat(new Credentials("a@b", "secret", "token")).hasToString("Credentials[a@b]");
  }
}

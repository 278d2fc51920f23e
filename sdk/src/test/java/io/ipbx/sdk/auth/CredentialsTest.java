package io.ipbx.sdk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CredentialsTest {

  @Test
  void a_blank_user_name_and_an_empty_password_are_refused_by_name() {
    assertThatThrownBy(() -> new Credentials(" ", "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("username");
    assertThatThrownBy(() -> new Credentials("a@b", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password");
    assertThat(new Credentials("a@b", " ").password()).isEqualTo(" ");
  }

  @Test
  void only_the_user_name_is_shown() {
    assertThat(new Credentials("a@b", "secret")).hasToString("Credentials[a@b]");
  }

  @Test
  void an_impersonated_identity_keeps_the_access() {
    TokenIdentity access = new TokenIdentity("https://auth", "api", "a@b", null);

    assertThat(access.impersonating("u@b"))
        .isEqualTo(new TokenIdentity("https://auth", "api", "a@b", "u@b"));
  }
}

package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T18: in which forms a secret is found again. */
class SecretsTest {

  private static String base64(Base64.Encoder encoder, String text) {
    return encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Passw0rd", "Passw0rd.", "Passw0rd.2", "p\u00e4ss~~~???>>>"})
  void within_base64_wherever_it_stands(String secret) {
    for (int before = 0; before < 4; before++) {
      for (int after = 0; after < 4; after++) {
        String text = "x".repeat(before) + secret + "y".repeat(after);

        assertThat(Secrets.repeats(base64(Base64.getEncoder(), text), secret)).isTrue();
        assertThat(Secrets.repeats(base64(Base64.getUrlEncoder(), text), secret)).isTrue();
      }
    }
  }

  @Test
  void as_it_is_and_as_a_form_has_it() {
    assertThat(Secrets.repeats("you sent p&ss word", "p&ss word")).isTrue();
    assertThat(Secrets.repeats("password=p%26ss+word", "p&ss word")).isTrue();
    assertThat(Secrets.repeats("password=p%26ss%20word", "p&ss word")).isTrue();
    assertThat(Secrets.repeats("password=p%c3%a4ss", "p\u00e4ss")).isTrue();
    assertThat(Secrets.repeats("password=p%26ss+work", "p&ss word")).isFalse();
  }

  /** One that differs in its last bits alone. */
  @ParameterizedTest
  @ValueSource(strings = {"Passw0rd", "Passw0rd.", "Passw0rd.2"})
  void another_secret_is_not_taken_for_it(String secret) {
    String other = secret.substring(0, secret.length() - 1) + "\u007f";
    for (int before = 0; before < 3; before++) {
      String text = base64(Base64.getEncoder(), "x".repeat(before) + other + "yy");

      assertThat(Secrets.repeats(text, secret)).isFalse();
    }
  }

  /** A single byte can be within a group in such a way that no character is its own. */
  @Test
  void the_shortest_secret_is_not_found_in_every_text() {
    assertThat(Secrets.repeats("! ?", "x")).isFalse();
  }
}

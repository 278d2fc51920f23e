package io.ipbx.mock.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AbrakaDabra123",
        "Aaaaaaaaa1",
        "aaaaaaaaA1",
        "AAAAAAAAA1",
        "1aaaaaaa,A",
        "Passw0rd.2026",
        ",.!#@*A1aa"
      })
  void a_good_one_breaks_no_rule(String password) {
    assertThat(PasswordPolicy.check(password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Aaaaaaaaaaas, minimumNumberOfDigits",
    "a, MinimalLength",
    "Aaaaaaaa1, MinimalLength",
    "aaaaaaaaa1, minimumNumberOfUpperLetters",
    "1aaaaaaaaA, MinimumTimeToCrack",
    "2026Aaaaaa, MinimumTimeToCrack",
    "Aaaaaaaaa1 x, Symbols",
    "Aaaaaaaaa1-x, Symbols",
    "Aaaaaaaaa1č, Symbols"
  })
  void the_rule_that_is_broken_is_named(String password, String rule) {
    assertThat(PasswordPolicy.check(password))
        .extracting(PasswordPolicy.Violation::validator)
        .contains(rule);
  }

  @Test
  void the_message_says_what_was_expected_and_found() {
    assertThat(new PasswordRejectedException(PasswordPolicy.check("Short1.")))
        .hasMessageContaining("MinimalLength: at least 10, not 7");
    assertThat(PasswordPolicy.check("Aaaaaaaaa1-+x"))
        .extracting(PasswordPolicy.Violation::actual)
        .containsExactly("-+");
  }

  @Test
  void generated_ones_are_long_good_and_different() {
    PasswordGenerator generator = new PasswordGenerator(new Random(1));
    String first = generator.next();

    for (int i = 0; i < 1_000; i++) {
      String next = generator.next();
      assertThat(next).hasSize(16).isNotEqualTo(first);
      assertThat(PasswordPolicy.check(next)).isEmpty();
    }
  }
}

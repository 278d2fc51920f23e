package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** T8, T18: secrets are told apart by digests that are of no use elsewhere. */
class FingerprintTest {

  private final Fingerprint fingerprint = new Fingerprint();

  @Test
  void the_same_secrets_are_the_same_and_others_are_not() {
    assertThat(fingerprint.of("user", "secret")).isEqualTo(fingerprint.of("user", "secret"));
    assertThat(fingerprint.of("user", "secret")).isNotEqualTo(fingerprint.of("user", "secreT"));
    assertThat(fingerprint.of("user", "secret")).doesNotContain("secret");
  }

  @Test
  void where_one_part_ends_and_another_begins_makes_a_difference() {
    assertThat(fingerprint.of("ab", "c")).isNotEqualTo(fingerprint.of("a", "bc"));
    assertThat(fingerprint.of("", null)).isNotEqualTo(fingerprint.of(null, ""));
  }

  @Test
  void nobody_else_gets_the_same_digest() {
    assertThat(fingerprint.of("secret")).isNotEqualTo(new Fingerprint().of("secret"));
  }
}

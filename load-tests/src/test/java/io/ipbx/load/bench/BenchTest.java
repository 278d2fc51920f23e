package io.ipbx.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every benchmark runs, with settings too small to measure anything. */
class BenchTest {

  @Test
  void a_valid_token_is_measured_beside_every_peer() {
    assertThat(
            run(
                "hot-path",
                "--threads=2",
                "--no-fork",
                "--rounds=1",
                "--warmup=1",
                "--iterations=1",
                "--millis=20"))
        .contains(
            "| ipbx-sdk |",
            "| naive cache |",
            "| Caffeine AsyncLoadingCache |",
            "| Vert.x OAuth2Auth |",
            "| AWS CachedSupplier |",
            "| google-auth-library |",
            "| azure-core SimpleTokenCache |");
  }

  @Test
  void a_request_is_measured_beside_a_bare_one() {
    assertThat(
            run(
                "request",
                "--no-fork",
                "--rounds=1",
                "--warmup=1",
                "--iterations=1",
                "--millis=20"))
        .contains("In turn", "| throughTheSdk |", "| bareWebClient |");
  }

  @Test
  void a_stampede_costs_us_one_grant_and_a_naive_client_as_many_as_callers() {
    assertThat(run("stampede", "--callers=50", "--rounds=1"))
        .contains("| ipbx-sdk | 1 |", "| google-auth-library | 1 |", "| naive cache | 50 |");
  }

  @Test
  void identities_are_weighed() {
    assertThat(run("identities", "--users=200", "--token-length=100"))
        .contains("| ipbx-sdk | 100 |");
  }

  private static String run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(Bench.run(args)).isZero();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}

package io.ipbx.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * T16 from outside: processes that share a session, and the mock, in the leader's JVM, as the
 * witness.
 */
class SharedStoreTest {

  @TempDir Path out;

  @Test
  void processes_in_a_cluster_refresh_once_for_each_end_of_their_token() throws IOException {
    RunResult result = run("store=clustered", "processes=3", "callers=300", "expiries=2");

    assertOneRefreshEach(result, 2);
    assertThat(result.agents())
        .extracting(AgentResult::name)
        .containsExactlyInAnyOrder("process-1", "process-2", "process-3");
    assertThat(result.agents()).extracting(AgentResult::calls).containsOnly(300L);
    assertThat(result.timeline().stream().mapToLong(RunResult.Point::ended).sum()).isEqualTo(900);
    assertThat(result.timeline().stream().mapToLong(RunResult.Point::tokenRequests).sum())
        .isEqualTo(2);
    assertThat(Files.readString(out.resolve("result.json"))).doesNotContain("Passw0rd");
  }

  @Test
  @Tag("redis")
  void processes_that_share_a_redis_refresh_once_and_leave_nothing_in_it() throws IOException {
    try (RedisServer redis = new RedisServer()) {
      RunResult result =
          run(
              List.of("--redis", redis.url()),
              "store=redis",
              "processes=2",
              "callers=200",
              "expiries=2");

      assertOneRefreshEach(result, 2);
      assertThat(redis.ask("DBSIZE")).isEqualTo(":0");
    }
  }

  @Test
  void clients_of_one_process_refresh_once() throws IOException {
    assertOneRefreshEach(run("store=local", "processes=4", "callers=400", "expiries=2"), 2);
  }

  @Test
  void what_cannot_be_shared_is_said() {
    assertThat(Main.run("run", "shared-store", "-k", "store=redis")).isEqualTo(2);
    assertThat(Main.run("run", "shared-store", "-k", "store=disk")).isEqualTo(2);
    assertThat(Main.run("run", "soak", "--agents", "2", "--store", "local")).isEqualTo(2);
    assertThat(Main.run("run", "soak", "--agents", "-1")).isEqualTo(2);
    assertThat(Main.run("compare", "shared-store", "--clients", "naive")).isEqualTo(2);
  }

  private RunResult run(String... knobs) throws IOException {
    return run(List.of(), knobs);
  }

  private RunResult run(List<String> options, String... knobs) throws IOException {
    List<String> line =
        new ArrayList<>(List.of("run", "shared-store", "--plain", "-o", out.toString()));
    line.addAll(options);
    for (String knob : knobs) {
      line.addAll(List.of("-k", knob));
    }
    int code = Main.run(line.toArray(new String[0]));
    RunResult result = ResultFile.read(out.resolve("result.json")).runs().get(0);
    assertThat(result.checks()).allSatisfy(check -> assertThat(check).matches(Check::passed));
    assertThat(code).isZero();
    return result;
  }

  private static void assertOneRefreshEach(RunResult result, int expiries) {
    assertThat(Objects.requireNonNull(result.tokens()).requests()).isEqualTo(expiries);
    assertThat(result.tokens().byGrant()).containsOnlyKeys("refresh_token");
    assertThat(result.tokens().peak()).isEqualTo(1);
  }
}

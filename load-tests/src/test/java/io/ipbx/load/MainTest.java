package io.ipbx.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir Path folder;

  @Test
  void a_run_ends_with_its_files_and_the_exit_code_of_its_verdict() throws IOException {
    Path good = scenario("good", "tokenRequests: 1");
    Path bad = scenario("bad", "tokenRequests: 0");
    Path out = folder.resolve("out");

    assertThat(Main.run("run", good.toString(), "-o", out.toString(), "--plain")).isZero();
    assertThat(out).isDirectoryContaining("glob:**report.html");
    assertThat(out).isDirectoryContaining("glob:**junit.xml");
    assertThat(out).isDirectoryContaining("glob:**summary.md");
    assertThat(ResultFile.read(out.resolve("result.json")).passed()).isTrue();
    assertThat(allOf(out)).doesNotContain("Passw0rd");

    assertThat(Main.run("run", bad.toString(), "-o", out.toString(), "--plain")).isEqualTo(1);
    assertThat(Main.run("report", out.resolve("result.json").toString(), "-o", out.toString()))
        .isEqualTo(1);
  }

  @Test
  void a_comparison_is_decided_by_the_first_client() throws IOException {
    Path storm = scenario("storm", "tokenRequests: 1");
    Path out = folder.resolve("out");

    int code =
        Main.run(
            "compare",
            storm.toString(),
            "--clients",
            "ipbx-sdk,vertx-oauth2",
            "--margin",
            "1000",
            "-o",
            out.toString(),
            "--plain");

    assertThat(code).isZero();
    ResultFile results = ResultFile.read(out.resolve("result.json"));
    assertThat(results.runs()).hasSize(2);
    assertThat(results.deciding()).hasSize(1);
    assertThat(results.runs().get(0).checks())
        .anyMatch(check -> check.name().equals("token requests beside vertx-oauth2"));
  }

  @Test
  void what_ran_before_a_run_that_breaks_off_is_kept_and_the_whole_does_not_pass()
      throws IOException {
    Path good = scenario("good", "tokenRequests: 1");
    Path out = folder.resolve("out");
    Path broken =
        Files.writeString(
            folder.resolve("broken.yaml"),
            "{name: broken, warmUp: 1ms, path: /nothing, load: {callers: 1, rounds: 1}}");
    assertThat(Main.run("run", good.toString(), "-o", out.toString(), "--plain")).isZero();

    assertThat(Main.run("run", good.toString(), broken.toString(), "-o", out.toString(), "--plain"))
        .isEqualTo(1);

    List<RunResult> runs = ResultFile.read(out.resolve("result.json")).runs();
    assertThat(runs).extracting(RunResult::passed).containsExactly(true, false);
    assertThat(runs.get(1).checks())
        .extracting(Check::seen)
        .satisfiesExactly(seen -> assertThat(seen).startsWith("no token to begin with"));
    assertThat(allOf(out)).contains("no token to begin with").doesNotContain("Passw0rd");
  }

  @Test
  void files_of_an_earlier_run_do_not_outlive_the_start_of_another() throws IOException {
    Path stale = Files.writeString(folder.resolve("result.json"), "an earlier run");

    assertThat(Main.run("run", "no-such-scenario", "-o", folder.toString())).isEqualTo(2);
    assertThat(stale).exists();
    assertThat(Main.run("run", "impersonation", "--target", "http://x/y", "-o", folder.toString()))
        .isEqualTo(2);
    assertThat(stale).doesNotExist();
  }

  @Test
  void a_password_in_the_address_of_a_target_is_refused_and_not_repeated() {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run("run", "soak", "--target", "http://me:secret-word@127.0.0.1:1"))
          .isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("--target names a user")
        .doesNotContain("secret-word");
  }

  @Test
  void a_redis_with_a_password_is_known_by_either_way_to_say_it() {
    assertThat(AgentsOptions.holdsPassword("redis://:x@h:6379")).isTrue();
    assertThat(AgentsOptions.holdsPassword("redis://h:6379?password=x")).isTrue();
    assertThat(AgentsOptions.holdsPassword("redis://h:6379/1?user=x&password=x")).isTrue();
    assertThat(AgentsOptions.holdsPassword("redis://h:6379/1")).isFalse();
  }

  @Test
  void wrong_usage_ends_with_2() {
    assertThat(Main.run("run", "no-such-scenario")).isEqualTo(2);
    assertThat(Main.run("run", "soak", "-k", "speed=1")).isEqualTo(2);
    assertThat(Main.run("run", "cold-start", "--target", "real")).isEqualTo(2);
    assertThat(Main.run("run", "soak", "--target", "nowhere")).isEqualTo(2);
    assertThat(Main.run("run", "impersonation", "--target", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(Main.run("run", "soak", "--target", "real", "-k", "rate=100")).isEqualTo(2);
    assertThat(Main.run("run", "no-such.yaml")).isEqualTo(2);
    assertThat(Main.run("run", "soak", "--baseline", "no-such.json")).isEqualTo(2);
    assertThat(Main.run("report", "no-such.json")).isEqualTo(2);
    assertThat(Main.run("list")).isZero();
  }

  private Path scenario(String name, String expect) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        "{name: "
            + name
            + ", warmUp: 1ms, load: {callers: 20, rounds: 2}, events: [{beforeRound: 2, do:"
            + " expireUnnoticed}], expect: {"
            + expect
            + "}}");
  }

  private static String allOf(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : new String[] {"report.html", "result.json", "junit.xml", "summary.md"}) {
      all.append(Files.readString(folder.resolve(name)));
    }
    return all.toString();
  }
}

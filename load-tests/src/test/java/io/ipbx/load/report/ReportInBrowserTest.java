package io.ipbx.load.report;

import static io.ipbx.load.result.Results.run;
import static io.ipbx.load.result.Results.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page's script has made of it, once a browser has run it. */
@Tag("chromium")
class ReportInBrowserTest {

  private static final RunResult GOOD =
      run(0, tokens(1, 1, 1, 1), 3, 4, 500)
          .withChecks(List.of(new Check("grants per expiry", "exactly 1", "1 for 1", true)));

  @TempDir Path folder;

  @Test
  void a_run_of_hours_is_drawn_whole() throws Exception {
    String page = shown(withPoints(GOOD, 72_000));

    assertThat(page).contains("PASS", "of several tenths the worst", "How this was run");
    assertThat(page.split("<svg", -1)).hasSizeGreaterThan(4);
  }

  @Test
  void a_server_that_does_not_count_is_not_the_best_at_it() throws Exception {
    String page = shown(new ResultFile(List.of(run(0, null, 5), GOOD.asPeer())));

    assertThat(page)
        .contains("Side by side", "<td class=\"n\">–</td>", "<td class=\"n best\">1</td>")
        .contains("<td>peer</td>");
  }

  @Test
  void a_run_that_came_to_nothing_has_a_page() throws Exception {
    RunResult nothing =
        run(0, null).withChecks(List.of(new Check("ran to its end", "yes", "no token", false)));

    assertThat(shown(new ResultFile(List.of(nothing)))).contains("FAIL", "How this was run");
    assertThat(shown(new ResultFile(List.of(nothing, GOOD)))).contains("How this was run");
  }

  private ResultFile withPoints(RunResult run, int points) throws IOException {
    JsonObject json = new JsonObject(new ResultFile(List.of(run)).toJson());
    JsonArray timeline = json.getJsonArray("runs").getJsonObject(0).getJsonArray("timeline");
    JsonObject point = timeline.getJsonObject(0);
    for (int n = 2; n <= points; n++) {
      timeline.add(point.copy().put("atMillis", n * 100));
    }
    return ResultFile.read(Files.writeString(folder.resolve("long.json"), json.encode()));
  }

  private String shown(ResultFile results) throws Exception {
    Path page = folder.resolve("report.html");
    HtmlReport.write(results, page);
    Path dom = folder.resolve("dom.html");
    Process chromium =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(chromium.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String whole = Files.readString(dom, StandardCharsets.UTF_8);
    // What the script itself says is no proof that it ran.
    return whole.replaceAll("(?s)<script.*?</script>", "");
  }
}

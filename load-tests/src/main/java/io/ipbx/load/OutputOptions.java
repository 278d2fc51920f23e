package io.ipbx.load;

import io.ipbx.load.report.HtmlReport;
import io.ipbx.load.report.JUnitReport;
import io.ipbx.load.report.MarkdownReport;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.run.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Where results go. */
final class OutputOptions {

  private static final String RESULT = "result.json";
  private static final String JUNIT = "junit.xml";
  private static final String SUMMARY = "summary.md";
  private static final String REPORT = "report.html";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description =
          "Where report.html, result.json, junit.xml and summary.md go. Default: ${DEFAULT-VALUE}")
  private Path out = Path.of("load-results");

  @Option(names = "--plain", description = "Plain lines also on a terminal.")
  private boolean plain;

  Progress progress() {
    return new ConsoleProgress(
        System.out,
        !plain && Ansi.AUTO.enabled() && ConsoleProgress.canShow(Charset.defaultCharset()));
  }

  /** Removes the files of an earlier run, which are not to be taken for those of this one. */
  void clear() throws IOException {
    for (String name : List.of(RESULT, JUNIT, SUMMARY, REPORT)) {
      Files.deleteIfExists(out.resolve(name));
    }
  }

  /** Writes all files and says the verdict; the exit code. */
  int finish(ResultFile results, PrintStream console) throws IOException {
    for (RunResult run : results.runs()) {
      ConsoleProgress.verdict(console, run);
    }
    Files.createDirectories(out);
    results.write(out.resolve(RESULT));
    JUnitReport.write(results, out.resolve(JUNIT));
    String summary = MarkdownReport.of(results);
    Files.writeString(out.resolve(SUMMARY), summary);
    appendToJob(System.getenv("GITHUB_STEP_SUMMARY"), summary);
    Path report = out.resolve(REPORT);
    HtmlReport.write(results, report);
    console.println();
    console.println("report: " + report);
    return results.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void appendToJob(@Nullable String file, String summary) throws IOException {
    if (file != null && !file.isBlank()) {
      Files.writeString(
          Path.of(file), summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}

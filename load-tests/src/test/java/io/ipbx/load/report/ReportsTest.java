package io.ipbx.load.report;

import static io.ipbx.load.result.Results.run;
import static io.ipbx.load.result.Results.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportsTest {

  private static final RunResult GOOD =
      run(0, tokens(1, 1, 1, 1), 3, 4, 500)
          .withChecks(List.of(new Check("grants per expiry", "exactly 1", "1 for 1", true)));

  private static final RunResult BAD =
      run(1, tokens(2, 2, 2, 1), 5)
          .withChecks(List.of(new Check("</script><b>failed & \"calls\"", "none", "1", false)));

  @TempDir Path folder;

  @Test
  void a_result_survives_its_file_with_the_whole_histogram() throws IOException {
    Path file = folder.resolve("result.json");
    new ResultFile(List.of(GOOD, BAD)).write(file);

    ResultFile read = ResultFile.read(file);
    assertThat(read).isEqualTo(new ResultFile(List.of(GOOD, BAD)));
    assertThat(read.runs().get(0).phases().get(0).millisAt(100)).isBetween(499.0, 501.0);
    assertThat(read.passed()).isFalse();
  }

  @Test
  void a_file_of_something_else_is_refused_by_name() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "[]");
    Path newer = Files.writeString(folder.resolve("y.json"), "{\"format\": 9, \"runs\": []}");

    assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining("x.json");
    assertThatThrownBy(() -> ResultFile.read(newer)).hasMessageContaining("format 9");
  }

  @Test
  void the_verdict_is_that_of_the_runs_that_decide() {
    assertThat(new ResultFile(List.of(GOOD)).passed()).isTrue();
    assertThat(new ResultFile(List.of(GOOD, BAD.asPeer())).passed()).isTrue();
    assertThat(new ResultFile(List.of(GOOD.asPeer())).passed()).isFalse();
    assertThat(new ResultFile(List.of()).passed()).isFalse();
    assertThat(run(0, tokens(1, 1, 1, 1), 1).passed()).isFalse();
  }

  @Test
  void junit_counts_each_check_and_says_what_was_wanted() throws Exception {
    Path file = folder.resolve("junit.xml");
    JUnitReport.write(new ResultFile(List.of(GOOD, BAD, BAD.asPeer())), file);

    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("wanted none, seen 1");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).startsWith("</script>");
  }

  @Test
  void markdown_shows_checks_and_phases() {
    String text = MarkdownReport.of(new ResultFile(List.of(GOOD, BAD, BAD.asPeer())));

    assertThat(text)
        .contains("### ✅ storm, ipbx-sdk", "### ❌ storm, ipbx-sdk", "### peer: storm, ipbx-sdk")
        .contains("| ✅ | grants per expiry | exactly 1 | 1 for 1 |")
        .contains("| all | 3 | 0 | 4.0 ms |");
  }

  @Test
  void the_page_carries_all_it_needs_and_nothing_breaks_out_of_its_data() throws IOException {
    String page = HtmlReport.page(new ResultFile(List.of(GOOD, BAD)));

    assertThat(page).contains("prefers-color-scheme: dark", "function chart(", "grants per expiry");
    assertThat(page).doesNotContain("/*RESULTS*/", "/*STYLE*/", "/*SCRIPT*/", "</script><b>");
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://", "src=", "@import", "url(");
  }
}

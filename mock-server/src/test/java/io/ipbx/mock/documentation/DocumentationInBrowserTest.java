package io.ipbx.mock.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chromium")
class DocumentationInBrowserTest {

  private static final String OPERATION = "#operations-members-listMembers ";
  private static final String STATUS =
      "document.querySelector('" + OPERATION + ".live-responses-table tbody .response-col_status')";

  @Test
  void a_pasted_token_is_sent_with_what_is_tried(@TempDir Path profile) throws Exception {
    try (RunningMock mock = RunningMock.start();
        Browser browser = new Browser(profile)) {
      String token = mock.login().getString("access_token");
      browser.open(mock.mock().url() + "/documentation");
      browser.await("document.querySelectorAll('.opblock').length >= 32");

      browser.click(OPERATION + ".opblock-summary-control");
      browser.click(OPERATION + ".execute");
      assertThat(status(browser)).startsWith("401");

      browser.evaluate("document.getElementById('token').value = 'Bearer " + token + "'");
      browser.click(OPERATION + ".execute");
      browser.await(STATUS + ".textContent.startsWith('200')");
      assertThat(browser.evaluate("document.querySelector('" + OPERATION + "').textContent"))
          .asString()
          .contains("alice@example.com");

      assertThat(
              browser.evaluate(
                  "performance.getEntriesByType('resource').map(entry => entry.name)"
                      + ".filter(name => !name.startsWith(location.origin)).join()"))
          .isEqualTo("");
      browser.evaluate("document.querySelector('" + OPERATION + "').scrollIntoView()");
      browser.evaluate("scrollBy(0, -70)");
      browser.screenshot(Path.of(System.getProperty("screenshots"), "documentation.png"));
    }
  }

  @Test
  void the_other_contracts_are_a_choice_away(@TempDir Path profile) throws Exception {
    try (RunningMock mock = RunningMock.start();
        Browser browser = new Browser(profile)) {
      browser.open(mock.mock().url() + "/documentation");
      browser.await("document.querySelectorAll('.opblock').length >= 32");
      browser.evaluate(
          "(choice => { choice.value = 'control'; choice.dispatchEvent(new Event('change')); })"
              + "(document.getElementById('contract'))");
      browser.click("#operations-default-getHealth .opblock-summary-control");
      browser.click("#operations-default-getHealth .execute");
      assertThat(
              browser.await(
                  "document.querySelector('#operations-default-getHealth"
                      + " .live-responses-table tbody .response-col_status').textContent"))
          .asString()
          .startsWith("200");
    }
  }

  private static String status(Browser browser) throws Exception {
    return String.valueOf(browser.await(STATUS + ".textContent"));
  }
}

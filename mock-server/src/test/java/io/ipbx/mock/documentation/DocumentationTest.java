package io.ipbx.mock.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {

  private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

  @Test
  void the_page_and_all_it_needs_come_from_the_mock() {
    try (RunningMock mock = RunningMock.start()) {
      HttpResponse<String> page = mock.get("/documentation");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("content-type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
      assertThat(page.headers().firstValue("content-security-policy"))
          .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));

      List<String> needed =
          LINKED.matcher(page.body()).results().map((MatchResult link) -> link.group(1)).toList();
      assertThat(needed).hasSize(4);
      for (String path : needed) {
        assertThat(mock.get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ipbx", "rest", "control"})
  void each_contract_that_can_be_chosen_is_served(String contract) {
    try (RunningMock mock = RunningMock.start()) {
      assertThat(mock.get("/documentation").body()).contains("value=\"" + contract + "\"");
      assertThat(mock.get("/documentation/contract/" + contract + ".yaml").body())
          .startsWith("openapi: 3.1.0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/documentation/nothing.js",
        "/documentation/contract/../contract/none.yaml",
        "/documentation/contract/%2e%2e/io/ipbx/mock/Main.class"
      })
  void what_is_not_of_the_page_is_not_served(String path) {
    try (RunningMock mock = RunningMock.start()) {
      assertThat(mock.get(path).statusCode()).isEqualTo(404);
    }
  }
}

package io.ipbx.mock.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.junit5.WithMockIpbx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The listings in docs/mock-server.md are what is run: the Java word for word, the curl as such.
 */
@WithMockIpbx
class RecipesInDocsTest {

  private static final Path DOCS = Path.of("..", "docs", "mock-server.md");
  private static final Path TESTS =
      Path.of("src", "test", "java", "io", "ipbx", "mock", "recipes", "RecipesTest.java");
  private static final Pattern RECIPE =
      Pattern.compile("(?s)// recipe: ([^\\n]+)\\n(.*?)\\n *// end");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private static String docs(String title, String language) throws IOException {
    String section = Files.readString(DOCS).split("\\n### " + Pattern.quote(title) + "\\n", 2)[1];
    String block = section.split("\\n### |\\n## ", 2)[0].split("```" + language + "\\n", 2)[1];
    return block.substring(0, block.indexOf("```"));
  }

  @TestFactory
  List<DynamicTest> the_java_in_docs_is_the_test() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (MatchResult recipe : RECIPE.matcher(Files.readString(TESTS)).results().toList()) {
      tests.add(
          DynamicTest.dynamicTest(
              recipe.group(1),
              () ->
                  assertThat(docs(recipe.group(1), "java").strip())
                      .isEqualTo(recipe.group(2).stripTrailing().stripIndent())));
    }
    assertThat(tests).hasSize(6);
    return tests;
  }

  /** Sends what a line of curl would send; the answer's body. */
  private static String curl(String line, URI url) throws Exception {
    String method = null;
    String data = null;
    String target = "";
    List<String> words =
        WORD.matcher(line)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .toList();
    assertThat(words.get(0)).isEqualTo("curl");
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i)) {
        case "-X" -> method = words.get(++i);
        case "-d" -> data = words.get(++i);
        default -> target = words.get(i).replace("http://127.0.0.1:8080", url.toString());
      }
    }
    HttpRequest.BodyPublisher body =
        data == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(data);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(target))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method != null ? method : data == null ? "GET" : "POST", body)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", line, answer.body()).isBetween(200, 299);
    return answer.body();
  }

  private static String run(String title, URI url) throws Exception {
    StringBuilder answers = new StringBuilder();
    for (String line : docs(title, "sh").replace("\\\n", " ").lines().toList()) {
      answers.append(curl(line, url));
    }
    return answers.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "My token expires mid-run, 200, 401",
    "The auth server is down for a minute, 503, 200",
    "429 with Retry-After, 200, 200"
  })
  void the_curl_in_docs_does_what_the_test_does(
      String title, int refresh, int call, MockIpbx mock, URI url) throws Exception {
    Client client = new Client(url);
    client.login();

    run(title, url);

    assertThat(client.listCalls()).isEqualTo(call);
    assertThat(client.refresh()).isEqualTo(refresh);
    assertThat(mock.faults().list()).hasSize(title.contains("expires") ? 0 : 1);
  }

  @Test
  @WithMockIpbx(rotateRefreshTokens = true)
  void a_lost_answer_by_curl(URI url) throws Exception {
    Client client = new Client(url);
    client.login();

    run("Refresh rotates and the answer is lost", url);

    org.junit.jupiter.api.Assertions.assertThrows(IOException.class, client::refresh);
    assertThat(client.refresh()).isEqualTo(400);
  }

  @Test
  void counters_by_curl(URI url) throws Exception {
    Client client = new Client(url);
    client.login();
    client.refresh();

    assertThat(run("Count the refreshes", url)).contains("\"refresh_token\":1");
  }

  @Test
  void time_by_curl(MockIpbx mock, URI url) throws Exception {
    run("Freeze time", url);

    assertThat(mock.clock().isFrozen()).isTrue();
    assertThat(mock.clock().now()).isEqualTo("2026-03-02T08:59:59Z");
  }
}

package io.ipbx.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program, run as its users run it. */
@Timeout(60)
class MainTest {

  @TempDir private Path folder;

  private static Process run(Object... arguments) throws IOException {
    return run(Map.of(), arguments);
  }

  private static Process run(Map<String, String> environment, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What users run has no JUnit on its class path.
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> !jar.contains("junit"))
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", classPath, "io.ipbx.mock.Main"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(environment);
    return process.start();
  }

  private static String text(Process process, boolean errors) throws IOException {
    return new String(
        (errors ? process.getErrorStream() : process.getInputStream()).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void it_prints_and_writes_its_url_serves_and_stops_on_a_signal() throws Exception {
    Path ready = folder.resolve("ready");
    Path config = folder.resolve("mock.yaml");
    Files.writeString(config, "calls: 12\ntoken-ttl: 60\nsigning: HS256\n");
    Process process =
        run(
            Map.of("IPBX_MOCK_TOKEN_TTL", "70", "IPBX_MOCK_REFRESH_TTL", "80"),
            "--port",
            0,
            "--ready-file",
            ready,
            "--config",
            config,
            "--refresh-ttl",
            90);
    try {
      String url = process.inputReader(StandardCharsets.UTF_8).readLine();

      assertThat(url).startsWith("http://127.0.0.1:");
      assertThat(Files.readString(ready)).isEqualTo(url);
      String settings = get(url + "/__mock/settings").body();
      assertThat(settings)
          .contains("\"accessTokenTtl\":70", "\"refreshTokenTtl\":90", "\"signing\":\"HS256\"");

      process.toHandle().destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(text(process, false)).isEmpty();
      assertThat(text(process, true)).doesNotContain("Exception", "did not stop");
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port=70000, port is 70000: allowed are 0 to 65535",
    "--port=x, --port",
    "--signing=NONE, '[HS256, ES256, RS256]'",
    "--token-ttl=0, --token-ttl is 0",
    "--nonsense, --nonsense",
    "--config=missing.yaml, missing.yaml"
  })
  void what_is_wrong_is_named_and_nothing_starts(String argument, String named) throws Exception {
    Process process = run(argument);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(text(process, true)).contains(named);
  }

  @ParameterizedTest
  @CsvSource({"colour: blue, colour", "token_ttl: 1, did you mean 'token-ttl'", "- 1, mapping"})
  void a_file_with_unknown_names_is_refused(String yaml, String named) throws Exception {
    Path config = folder.resolve("mock.yaml");
    Files.writeString(config, yaml);

    Process process = run("--config", config);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(text(process, true)).contains(named);
  }

  @Test
  void a_taken_port_is_told() throws Exception {
    try (java.net.ServerSocket taken = new java.net.ServerSocket(0)) {
      Process process = run("--host", "0.0.0.0", "--port", taken.getLocalPort());

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(text(process, true)).contains("cannot listen on");
    }
  }

  @Test
  void a_ready_file_of_before_is_gone_when_nothing_starts() throws Exception {
    Path ready = folder.resolve("ready");
    Files.writeString(ready, "http://127.0.0.1:1");
    try (java.net.ServerSocket taken = new java.net.ServerSocket(0)) {
      Process process =
          run("--host", "0.0.0.0", "--port", taken.getLocalPort(), "--ready-file", ready);

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(ready).doesNotExist();
    }
  }

  @Test
  void a_ready_file_that_cannot_be_written_is_told_and_nothing_goes_on_serving() throws Exception {
    Process process = run("--port", 0, "--ready-file", folder.resolve("missing/ready"));
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
      assertThat(text(process, false)).isEmpty();
      assertThat(text(process, true)).contains("cannot write").doesNotContain("\tat ");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void help_shows_the_options_and_their_defaults() throws Exception {
    Process process = run("--help");

    assertThat(text(process, false)).contains("--rotate-refresh-tokens", "Default: 3600");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void the_environment_can_say_it_all_and_a_mistyped_variable_is_pointed_out() throws Exception {
    Path config = folder.resolve("mock.yaml");
    Files.writeString(config, "token-ttl: 60");

    Process process =
        run(
            Map.of(
                "IPBX_MOCK_PORT", "x",
                "IPBX_MOCK_TOKN_TTL", "5",
                "IPBX_MOCK_CONFIG", config.toString()));

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(text(process, true))
        .contains("did you mean IPBX_MOCK_TOKEN_TTL?", "IPBX_MOCK_PORT is x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port: 1 | 0 | is fine",
        "port: x | 1 | mock.yaml:1: port is x",
        "'calls: 1\nfaults:\n- effect: {type: HTML}\n  match: {endpoint: tokn}' | 1 | mock.yaml:4:"
            + " faults[0].match.endpoint is 'tokn': allowed are",
        " | 2 | cannot read"
      })
  void check_tells_what_is_wrong_and_starts_nothing(String yaml, int exit, String told)
      throws Exception {
    Path config = folder.resolve("mock.yaml");
    if (yaml != null) {
      Files.writeString(config, yaml);
    }

    Process process = run("check", config);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exit);
    assertThat(text(process, false) + text(process, true)).contains(told);
  }
}

package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.Contract;
import io.ipbx.mock.testing.RunningMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a client in another language makes of the API, which a generator made from the contract. */
@Tag("foreign-client")
class ForeignClientTest {

  /** What is said of an operation whose answer could be read. */
  private static final Pattern READ = Pattern.compile("(?:decoded|refused) (\\w+)");

  @Test
  void a_generated_client_reads_every_operation() throws Exception {
    Path client = Path.of(System.getProperty("foreign.client"));
    assertThat(client.resolve("ipbx/client.go")).exists();
    addProgram(client);

    List<String> said;
    try (RunningMock mock = RunningMock.start()) {
      said = run(client, mock.mock().url().toString());
    }

    assertThat(said).allMatch(READ.asMatchPredicate());
    try (Contract contract = new Contract("contract/ipbx.yaml")) {
      assertThat(said.stream().map(line -> line.replaceFirst(READ.pattern(), "$1")).distinct())
          .containsExactlyInAnyOrderElementsOf(contract.operations().toList());
    }
  }

  /** What calls the client, beside it. */
  private static void addProgram(Path client) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/go"))) {
      for (Path file : files.toList()) {
        Files.writeString(client.resolve(file.getFileName()), Files.readString(file));
      }
    }
  }

  private static List<String> run(Path client, String url) throws Exception {
    ProcessBuilder go = new ProcessBuilder("go", "run", ".", url);
    go.environment().put("GOPROXY", "off");
    Process process = go.directory(client.toFile()).redirectErrorStream(true).start();
    try {
      List<String> said = process.inputReader().lines().toList();
      assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}

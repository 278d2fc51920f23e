package io.ipbx.load.demo;

import static io.ipbx.load.result.Results.run;
import static io.ipbx.load.result.Results.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.result.RunResult;
import io.ipbx.load.scenario.Expect;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {

  @Test
  void it_opens_with_the_verdict_which_is_a_pass_only_when_every_promise_held() {
    assertThat(verdict(1)).startsWith("PASS  10,000 callers").contains("one refresh");
    assertThat(verdict(2))
        .startsWith("FAIL  10,000 callers")
        .contains("token requests: 2 (wanted: at most 1)");
  }

  private static String verdict(long requests) {
    RunResult unjudged = run(0, tokens(requests, requests, 1, 1), 5, 6);
    RunResult ours = unjudged.withChecks(List.of(Expect.tokenRequests(1).judge(unjudged)));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    boolean held =
        new Account(new PrintStream(said, true, StandardCharsets.UTF_8))
            .verdict(10_000, ours, unjudged);
    assertThat(held).isEqualTo(requests == 1);
    return said.toString(StandardCharsets.UTF_8).strip();
  }
}

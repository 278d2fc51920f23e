package io.ipbx.load.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTest {

  private final Vertx vertx = Vertx.vertx();
  private MockIpbx mock;

  @BeforeEach
  void start() {
    mock = MockIpbx.start(vertx, new MockOptions().setPort(0)).await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void a_storm_counts_calls_here_and_token_requests_at_the_server() {
    Storm storm = new Storm(EventLoops.of(vertx), mock, 300, 3);

    StormResult result = storm.run(new SdkContender(vertx, mock));

    assertThat(result.answered()).isEqualTo(900);
    assertThat(result.failed()).isZero();
    assertThat(result.requests()).isEqualTo(1);
    assertThat(result.peak()).isEqualTo(1);
    assertThat(result.latencies().getTotalCount()).isEqualTo(900);
  }

  @Test
  void failed_calls_are_counted_as_failed() {
    Contender broken =
        new Contender() {
          private boolean first = true;

          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Future<Void> call() {
            boolean works = first;
            first = false;
            return works ? Future.succeededFuture() : Future.failedFuture("broken");
          }

          @Override
          public Future<Void> close() {
            return Future.succeededFuture();
          }
        };

    StormResult result = new Storm(EventLoops.of(vertx), mock, 5, 2).run(broken);

    assertThat(result.answered()).isZero();
    assertThat(result.failed()).isEqualTo(10);
  }

  @Test
  void the_verdict_is_a_pass_only_when_every_promise_held() {
    StormResult good = result(0, 1, 1);

    assertThat(verdict(good)).isTrue();
    assertThat(verdict(result(1, 1, 1))).isFalse();
    assertThat(verdict(result(0, 2, 1))).isFalse();
    assertThat(verdict(result(0, 1, 2))).isFalse();
    assertThat(verdict(result(0, 0, 0))).isFalse();
  }

  private static StormResult result(long failed, long requests, int peak) {
    return new StormResult("x", 10, failed, new Histogram(3), requests, peak, 1);
  }

  private static boolean verdict(StormResult ours) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    boolean held =
        new Account(new PrintStream(said, true, StandardCharsets.UTF_8))
            .verdict(ours, result(0, 1, 1));
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(held ? "PASS" : "FAIL");
    return held;
  }
}

package io.ipbx.mock.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.testing.RunningMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Tests that run at the same time do not see each other. */
class ParallelTest {

  private static final int CLASSES = 4;
  private static final Map<String, String> PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

  /** Passed when tests of all classes are at work at the same time. */
  private static final class Gate {

    private static final CountDownLatch ALL = new CountDownLatch(CLASSES);
  }

  @WithMockIpbx
  abstract static class Busy {

    @RepeatedTest(6)
    void counts_its_own_requests(MockIpbx mock, URI url, RepetitionInfo repetition)
        throws Exception {
      Engine.SEEN.add(mock);
      if (repetition.getCurrentRepetition() == 1) {
        Gate.ALL.countDown();
        assertThat(Gate.ALL.await(20, TimeUnit.SECONDS)).as("the classes run at once").isTrue();
      }
      int number = repetition.getCurrentRepetition();
      mock.clock().freeze();
      mock.clock().advance(Duration.ofDays(number));
      HttpClient http = HttpClient.newHttpClient();
      for (int i = 0; i < number; i++) {
        HttpRequest login =
            HttpRequest.newBuilder(url.resolve("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        RunningMock.password(RunningMock.USERNAME, RunningMock.PASSWORD)))
                .build();
        assertThat(http.send(login, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
      assertThat(mock.stats().requests()).isEqualTo(number);
      assertThat(mock.clock().isFrozen()).isTrue();
    }
  }

  static class One extends Busy {}

  static class Two extends Busy {}

  static class Three extends Busy {}

  static class Four extends Busy {}

  @Test
  void states_do_not_mix() {
    List<Class<?>> classes = List.of(One.class, Two.class, Three.class, Four.class);

    Engine.run(PARALLEL, classes.toArray(Class<?>[]::new))
        .testEvents()
        .assertStatistics(count -> count.succeeded(6L * CLASSES).failed(0));

    assertThat(Engine.mocks()).isEqualTo(6L * CLASSES);
    assertThat(Engine.SEEN).noneMatch(Engine::listens);
  }
}

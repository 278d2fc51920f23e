package io.ipbx.mock.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a failing test tells of its mock. */
@ResourceLock(Resources.SYSTEM_ERR)
class FailureTest {

  private static void get(URI url, String path) throws Exception {
    try (InputStream answer = url.resolve(path).toURL().openStream()) {
      answer.readAllBytes();
    }
  }

  private static String printed(Class<?> test, long succeeded, long failed) {
    PrintStream before = System.err;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      Engine.tests(test).assertStatistics(count -> count.succeeded(succeeded).failed(failed));
    } finally {
      System.setErr(before);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }

  private static final String DISCOVERY = "/realms/IPEX/.well-known/openid-configuration";
  private static final String KEYS = "/realms/IPEX/protocol/openid-connect/certs";

  @WithMockIpbx
  static class Failing {

    @Test
    void it_fails(URI url) throws Exception {
      get(url, DISCOVERY);
      throw new AssertionError("as it should");
    }

    @Test
    void it_passes(URI url) throws Exception {
      get(url, KEYS);
    }

    @Test
    void it_fails_without_a_mock() {
      throw new AssertionError("as it should");
    }
  }

  @Test
  void the_last_requests_are_printed_of_the_test_that_fails_and_of_no_other() {
    String printed = printed(Failing.class, 1, 2);

    assertThat(printed)
        .contains("Failing > it_fails", "the last 1 of 1 requests to http://127.0.0.1:")
        .contains("#1 ", "GET " + DISCOVERY, "-> 200 ok")
        .doesNotContain(KEYS, "it_passes", "without_a_mock");
  }

  @WithMockIpbx
  static class FailingAfterwards {

    @Test
    void many_requests(URI url) throws Exception {
      for (int i = 0; i < 30; i++) {
        get(url, KEYS);
      }
    }

    @AfterEach
    void after() {
      throw new AssertionError("as it should");
    }
  }

  @Test
  void a_failure_in_a_lifecycle_method_counts_and_the_newest_are_shown() {
    assertThat(printed(FailingAfterwards.class, 0, 1))
        .contains("the last 20 of 30 requests", "#11 ", "#30 ")
        .doesNotContain("#10 ");
  }

  @ExtendWith(VertxExtension.class)
  @WithMockIpbx
  static class FailingLater {

    @Test
    void on_an_event_loop(MockIpbx mock, Vertx vertx, VertxTestContext test) throws Exception {
      get(URI.create(mock.url()), KEYS);
      vertx.runOnContext(now -> test.failNow("as it should"));
    }
  }

  @Test
  void an_asynchronous_failure_counts() {
    assertThat(printed(FailingLater.class, 0, 1)).contains("GET " + KEYS);
  }

  @WithMockIpbx(life = Life.PER_CLASS)
  static class FailingAsAWhole {

    @org.junit.jupiter.api.BeforeAll
    static void before(URI url) throws Exception {
      get(url, KEYS);
      throw new AssertionError("as it should");
    }

    @Test
    void never() {}
  }

  @Test
  void a_failure_of_the_class_counts() {
    assertThat(printed(FailingAsAWhole.class, 0, 0)).contains("FailingAsAWhole", "GET " + KEYS);
  }
}

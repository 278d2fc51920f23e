package io.ipbx.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A mock as a resource, for tests of any framework. */
class BlockingStartTest {

  private static int health(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/__mock/health")).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void it_listens_until_it_is_closed() throws Exception {
    MockIpbx mock = MockIpbx.start(new MockOptions().setPort(0));
    String url = mock.url();
    assertThat(health(url)).isEqualTo(200);

    mock.close();
    mock.close();

    assertThatThrownBy(() -> health(url)).isInstanceOf(IOException.class);
  }

  @Test
  void two_on_one_vertx_have_ports_of_their_own() throws Exception {
    Vertx vertx = Vertx.vertx();
    MockOptions any = new MockOptions().setPort(0);
    MockIpbx one = RunningMock.await(MockIpbx.start(vertx, any));
    MockIpbx two = RunningMock.await(MockIpbx.start(vertx, any));

    assertThat(one.port()).isNotEqualTo(two.port());
    one.close();
    assertThat(health(two.url())).isEqualTo(200);

    RunningMock.await(vertx.close());
  }

  @Test
  void a_taken_port_is_told() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      MockOptions options = new MockOptions().setHost("0.0.0.0").setPort(taken.getLocalPort());

      assertThatThrownBy(() -> MockIpbx.start(options)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_mock_whose_vertx_is_gone_is_closed_already() {
    Vertx vertx = Vertx.vertx();
    MockIpbx mock = RunningMock.await(MockIpbx.start(vertx, new MockOptions().setPort(0)));
    RunningMock.await(vertx.close());

    mock.close();

    assertThat(mock.stop().succeeded()).isTrue();
  }

  @Test
  void an_event_loop_is_never_made_to_wait() {
    Vertx vertx = Vertx.vertx();
    MockIpbx mock = RunningMock.await(MockIpbx.start(vertx, new MockOptions().setPort(0)));
    Promise<Void> tried = Promise.promise();
    vertx.runOnContext(
        now ->
            tried.handle(
                io.vertx.core.Future.future(
                    done -> {
                      assertThatThrownBy(() -> MockIpbx.start(new MockOptions().setPort(0)))
                          .isInstanceOf(IllegalStateException.class);
                      assertThatThrownBy(mock::close).isInstanceOf(IllegalStateException.class);
                      done.complete();
                    })));

    RunningMock.await(tried.future());
    RunningMock.await(vertx.close());
  }
}

package io.ipbx.mock.fault;

import static io.ipbx.mock.testing.RunningMock.PASSWORD;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Signing;
import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.testing.RawClient;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What faults do on the wire, seen by a socket that hides nothing. */
class FaultWireTest extends SharedMock {

  /** Signed where it is decided: no grant of a test before is still being made. */
  @BeforeEach
  void signAtOnce() {
    mock.mock().configure(mock.mock().settings().setSigning(Signing.HS256));
  }

  private static final String LOGIN = RunningMock.password(USERNAME, PASSWORD);
  private static final String REALM = "/realms/IPEX";
  private static final long HOUR = 3_600_000;

  private void onToken(FaultEffect effect) {
    mock.mock().faults().add(FaultMatch.endpoint("token"), effect);
  }

  private void onToken(FaultType type) {
    onToken(FaultEffects.of(type));
  }

  private RawClient login() throws IOException {
    return new RawClient(mock).token(LOGIN);
  }

  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void a_reset_before_the_headers_is_a_reset_and_nothing_else() throws IOException {
    onToken(FaultType.RESET_BEFORE_HEADERS);

    try (RawClient client = login()) {
      assertThatThrownBy(() -> client.bytes(1))
          .isInstanceOf(SocketException.class)
          .hasMessage("Connection reset");
    }
    assertThat(mock.mock().stats().granted()).isZero();
  }

  @Test
  void a_reset_after_the_headers_comes_when_they_are_out() throws IOException {
    onToken(FaultType.RESET_AFTER_HEADERS);

    try (RawClient client = login()) {
      String head = client.head();
      assertThat(head).startsWith("HTTP/1.1 200 OK");
      assertThat(RawClient.contentLength(head)).isGreaterThan(1_000);
      assertThatThrownBy(() -> client.bytes(1))
          .isInstanceOf(SocketException.class)
          .hasMessage("Connection reset");
    }
    assertThat(mock.mock().stats().granted()).isEqualTo(1);
  }

  @Test
  void a_cut_ends_the_stream_within_the_body() throws IOException {
    onToken(FaultType.CUT_BODY);

    try (RawClient client = login()) {
      int announced = RawClient.contentLength(client.head());
      assertThat(client.rest()).startsWith("{\"access_token\":").hasSize(announced / 2);
    }
  }

  @Test
  void a_cut_may_come_after_so_many_bytes() throws IOException {
    onToken(FaultEffects.of(FaultType.CUT_BODY).setBytes(16));

    try (RawClient client = login()) {
      client.head();
      assertThat(client.rest()).isEqualTo("{\"access_token\":");
    }
  }

  @Test
  void a_cut_after_no_bytes_leaves_the_headers() throws IOException {
    onToken(FaultEffects.of(FaultType.CUT_BODY).setBytes(0));

    try (RawClient client = login()) {
      assertThat(client.head()).startsWith("HTTP/1.1 200 OK");
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void the_server_acts_and_the_client_never_sees_the_answer() throws IOException {
    mock.mock().configure(new MockSettings().setRotateRefreshTokens(true));
    String refresh = mock.login().getString("refresh_token");
    mock.mock()
        .faults()
        .add(FaultMatch.grant("refresh_token"), FaultEffects.of(FaultType.ACT_THEN_CUT));

    try (RawClient client = new RawClient(mock).token(RunningMock.refresh(refresh))) {
      assertThat(client.rest()).isEmpty();
    }
    mock.mock().faults().clear();

    HttpResponse<String> again = mock.token(RunningMock.refresh(refresh));
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("Maximum allowed refresh token reuse exceeded");
  }

  @Test
  void malformed_json_is_whole_for_http() throws IOException {
    onToken(FaultType.MALFORMED_JSON);

    try (RawClient client = login()) {
      String head = client.head();
      String body = client.bytes(RawClient.contentLength(head));
      assertThat(head).startsWith("HTTP/1.1 200 OK").contains("content-type: application/json");
      assertThat(body).startsWith("{\"access_token\":");
      assertThatThrownBy(() -> new JsonObject(body)).isInstanceOf(DecodeException.class);
      mock.mock().faults().clear();
      client.token(LOGIN);
      assertThat(client.head()).as("the connection is still good").startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void a_page_comes_with_200_and_the_server_is_not_asked() throws IOException {
    onToken(FaultType.HTML);

    try (RawClient client = login()) {
      String head = client.head();
      assertThat(head).startsWith("HTTP/1.1 200 OK").contains("content-type: text/html");
      assertThat(client.bytes(RawClient.contentLength(head))).startsWith("<!DOCTYPE html>");
    }
    assertThat(mock.mock().stats().granted()).isZero();
  }

  @Test
  void the_right_answer_comes_with_the_wrong_type() throws IOException {
    onToken(FaultType.CONTENT_TYPE);

    try (RawClient client = login()) {
      String head = client.head();
      String body = client.bytes(RawClient.contentLength(head));
      assertThat(head).contains("content-type: text/plain").doesNotContain("application/json");
      assertThat(new JsonObject(body).getString("access_token")).isNotEmpty();
    }
  }

  static Stream<FaultEffect> wholeForHttp() {
    return Stream.of(
        FaultEffects.of(FaultType.CONTENT_TYPE),
        FaultEffects.of(FaultType.MALFORMED_JSON),
        FaultEffects.of(FaultType.DRIP).setBytes(100_000));
  }

  @ParameterizedTest
  @MethodSource("wholeForHttp")
  void whoever_has_read_such_an_answer_finds_it_over_in_the_journal(FaultEffect effect)
      throws IOException {
    onToken(effect);

    for (int i = 0; i < 300; i++) {
      try (RawClient client = login()) {
        client.bytes(RawClient.contentLength(client.head()));
        List<RecordedRequest> all = mock.mock().journal().recorded();
        assertThat(all.get(all.size() - 1).took()).isNotNull();
      }
    }
  }

  @Test
  void a_drip_comes_drop_by_drop_and_ends_with_the_connection() throws IOException {
    onToken(FaultEffects.drip(5, HOUR));

    try (RawClient client = login()) {
      assertThat(RawClient.contentLength(client.head())).isGreaterThan(1_000);
      assertThat(client.bytes(5)).isEqualTo("{\"acc");
      assertThat(client.isSilentFor(100)).isTrue();
      assertThat(mock.mock().faults().held()).isEqualTo(1);
    }
    until(() -> mock.mock().faults().held() == 0);
  }

  @Test
  void drops_make_up_the_whole_body() throws IOException {
    onToken(FaultEffects.drip(100, 1));

    try (RawClient client = login()) {
      String body = client.bytes(RawClient.contentLength(client.head()));
      assertThat(new JsonObject(body).getString("token_type")).isEqualTo("Bearer");
      until(() -> mock.mock().faults().held() == 0);
      mock.mock().faults().clear();
      client.token(LOGIN);
      assertThat(client.head()).as("the connection is still good").startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void never_is_until_the_client_hangs_up() throws IOException {
    onToken(FaultType.NEVER_ANSWER);

    try (RawClient client = login()) {
      assertThat(client.isSilentFor(100)).isTrue();
      assertThat(mock.mock().faults().held()).isEqualTo(1);
      assertThat(mock.mock().stats().inFlight()).isEqualTo(1);
    }
    until(() -> mock.mock().faults().held() == 0 && mock.mock().stats().inFlight() == 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEVER_ANSWER", "LATENCY", "DRIP"})
  void who_waits_is_let_go_when_the_faults_are_cleared(FaultType type) throws IOException {
    onToken(waiting(type));

    try (RawClient client = login()) {
      until(() -> mock.mock().faults().held() == 1);
      mock.mock().faults().clear();
      assertThat(client.rest()).hasSizeLessThan(1_000);
    }
    assertThat(mock.mock().faults().held()).isZero();
    assertThat(mock.login().containsKey("access_token")).isTrue();
  }

  @Test
  void who_waits_during_a_reset_is_counted_with_what_was_before() throws IOException {
    onToken(FaultType.NEVER_ANSWER);

    try (RawClient client = login()) {
      until(() -> mock.mock().faults().held() == 1);
      mock.mock().reset();
      assertThat(client.rest()).isEmpty();
    }
    assertNothingCounted();
  }

  @Test
  void an_answer_under_way_during_a_reset_is_counted_with_what_was_before() throws IOException {
    onToken(FaultEffects.drip(1_000, 100));

    try (RawClient client = login()) {
      String head = client.head();
      mock.mock().reset(MockPart.STATS);
      client.bytes(RawClient.contentLength(head));
    }
    assertNothingCounted();
  }

  private void assertNothingCounted() {
    TokenStats stats = mock.mock().stats();
    assertThat(stats.byOutcome()).isEmpty();
    assertThat(List.of(stats.requests(), stats.granted())).containsOnly(0L);
    assertThat(List.of(stats.inFlight(), stats.peak())).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEVER_ANSWER", "LATENCY", "DRIP"})
  void a_stop_does_not_wait_for_them(FaultType type) throws IOException {
    try (RunningMock other = RunningMock.start()) {
      other.mock().faults().add(new FaultMatch(), waiting(type));
      try (RawClient client = new RawClient(other).token(LOGIN)) {
        until(() -> other.mock().faults().held() == 1);
        RunningMock.await(other.mock().stop());
        assertThat(client.rest()).hasSizeLessThan(1_000);
      }
      assertThat(other.mock().faults().held()).isZero();
    }
  }

  private static FaultEffect waiting(FaultType type) {
    return switch (type) {
      case LATENCY -> FaultEffects.latency(HOUR);
      case DRIP -> FaultEffects.drip(1, HOUR);
      default -> FaultEffects.of(type);
    };
  }

  @Test
  void who_hangs_up_while_delayed_is_not_served() throws IOException {
    onToken(FaultEffects.latency(HOUR));

    try (RawClient client = login()) {
      until(() -> mock.mock().faults().held() == 1);
      assertThat(client.isSilentFor(1)).isTrue();
    }
    until(() -> mock.mock().faults().held() == 0);
    assertThat(mock.mock().stats().granted()).isZero();
    assertThat(mock.mock().stats().inFlight()).isZero();
  }

  @Test
  void a_delayed_request_is_served_in_the_end() throws IOException {
    onToken(FaultEffects.latency(50));
    long before = System.nanoTime();

    try (RawClient client = login()) {
      assertThat(client.head()).startsWith("HTTP/1.1 200 OK");
      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(50_000_000L);
    }
  }

  @Test
  void a_reset_takes_no_leave_over_tls_either() throws Exception {
    try (RunningMock tls = RunningMock.of(new MockOptions().setPort(0).setTls(true));
        RawClient client = new RawClient(TlsSockets.connect(tls.mock().port()))) {
      tls.mock().faults().add(new FaultMatch(), FaultEffects.of(FaultType.RESET_BEFORE_HEADERS));
      client.token(LOGIN);
      assertThatThrownBy(() -> client.bytes(1))
          .isInstanceOf(SocketException.class)
          .hasMessage("Connection reset");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 4_000_000})
  void over_http_2_a_body_that_is_too_long_ends_its_stream_and_no_other(int length) {
    try (RunningMock tls = RunningMock.of(new MockOptions().setPort(0).setTls(true));
        Http2Client client = new Http2Client(tls.mock().port())) {
      tls.mock()
          .faults()
          .add(FaultMatch.endpoint("discovery"), FaultEffects.of(FaultType.NEVER_ANSWER));
      Future<Integer> other = client.status(REALM + "/.well-known/openid-configuration");
      until(() -> tls.mock().faults().held() == 1);

      HttpClientResponse refused =
          RunningMock.await(client.post("/token", Buffer.buffer(new byte[length])));

      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.headers().contains("Connection")).isFalse();
      assertThat(RunningMock.await(client.status("/__mock/health"))).isEqualTo(200);
      assertThat(other.isComplete()).as("the other request still waits").isFalse();
      assertThat(client.connections()).isEqualTo(1);
    }
  }

  @Test
  void over_http_2_only_the_stream_is_reset() {
    try (RunningMock tls = RunningMock.of(new MockOptions().setPort(0).setTls(true));
        Http2Client client = new Http2Client(tls.mock().port())) {
      tls.mock()
          .faults()
          .add(FaultMatch.endpoint("certs"), FaultEffects.of(FaultType.ACT_THEN_CUT));
      tls.mock()
          .faults()
          .add(FaultMatch.endpoint("userinfo"), FaultEffects.of(FaultType.RESET_BEFORE_HEADERS));
      tls.mock()
          .faults()
          .add(FaultMatch.endpoint("discovery"), FaultEffects.of(FaultType.NEVER_ANSWER));

      assertThat(client.failure(REALM + "/protocol/openid-connect/certs"))
          .isInstanceOf(StreamResetException.class);
      assertThat(client.failure(REALM + "/protocol/openid-connect/userinfo"))
          .isInstanceOf(StreamResetException.class);
      Future<Integer> never = client.status(REALM + "/.well-known/openid-configuration");
      until(() -> tls.mock().faults().held() == 1);
      tls.mock().faults().clear();
      assertThat(Http2Client.failureOf(never)).isInstanceOf(StreamResetException.class);
      assertThat(RunningMock.await(client.status("/__mock/health"))).isEqualTo(200);
      assertThat(client.connections()).as("all on one connection").isEqualTo(1);
      assertThat(tls.mock().faults().held()).isZero();
    }
  }
}

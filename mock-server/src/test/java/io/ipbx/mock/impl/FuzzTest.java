package io.ipbx.mock.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to whichever address: no answer of the 5xx kind, and no harm to the next. */
class FuzzTest {

  private static final int ROUNDS = 40;

  private static final List<String> PATHS =
      List.of(
          "/token",
          "/token-exchange",
          "/realms/IPEX/protocol/openid-connect/token",
          "/realms/IPEX/protocol/openid-connect/logout",
          "/realms/IPEX/protocol/openid-connect/revoke",
          "/realms/IPEX/protocol/openid-connect/userinfo",
          "/realms/IPEX/protocol/openid-connect/certs",
          "/realms/IPEX/.well-known/openid-configuration",
          "/calls",
          "/calls/current",
          "/calls/transfer",
          "/calls/1.1/detail",
          "/profiles/3",
          "/recordings",
          "/recordings/a%2Fb.mp3",
          "/recordings/batch-delete",
          "/recordings/download?callId=1.1",
          "/reports/agents/activity?startTime=2026-02-27",
          "/reports/queues",
          "/users/profile",
          "/v1/calls",
          "/v1/pbx",
          "/nothing",
          "/__mock/clock",
          "/__mock/accesses",
          "/__mock/accesses/x",
          "/__mock/faults",
          "/__mock/faults/x",
          "/__mock/revoke",
          "/__mock/settings",
          "/__mock/snapshot",
          "/__mock/stats",
          "/__mock/health",
          "/__mock/switchboards",
          "/__mock/nothing");

  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/json",
          "text/plain",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "nonsense",
          ";;;");

  private static final List<String> SEEDS =
      List.of(
          "grant_type=password&client_id=api&username=%ff%fe&password=%00",
          "grant_type=refresh_token&client_id=api&refresh_token=a.b.c",
          "grant_type=refresh_token&client_id=api&refresh_token=...",
          "a=%",
          "%=a",
          "&&&==&",
          "=",
          "grant_type",
          "{",
          "[[[[[[[[",
          "null",
          "7",
          "\"x\"",
          "{\"email\":{}}",
          "{\"email\":[1]}",
          "{\"advance\":7}",
          "{\"set\":\"x\"}",
          "{\"advance\":\"PT99999999999H\"}",
          "{\"freeze\":\"yes\"}",
          "{\"reset\":3}",
          "{\"set\":\"+1000000000-12-31T23:59:59Z\"}",
          "{\"clock\":{\"now\":\"+1000000000-12-31T23:59:59Z\",\"frozen\":true}}",
          "{\"faults\":[{\"effect\":{\"type\":\"EXPIRE\"}},{\"id\":\"fault-1\",\"effect\":{\"type\":\"EXPIRE\"}}]}",
          "{\"accessTokenTtl\":\"x\"}",
          "{\"signing\":\"NONE\"}",
          "{\"clientId\":null}",
          "{\"username\":7}",
          "{\"token\":null}",
          "{\"keys\":\"x\"}",
          "{\"switchboard\":\"x\"}",
          "{\"email\":\"a@b\",\"switchboard\":99}",
          "{\"email\":\"a@b\",\"impersonation\":7}",
          "{\"signing\":7}",
          "{\"match\":[],\"effect\":null}",
          "{\"match\":{\"path\":\"/{*\",\"nth\":1e99},\"effect\":{\"type\":7}}",
          "{\"accessTokenTtl\":1e99}",
          "{\"to\":\"202\",\"fromUser\":{\"identityType\":\"line\",\"identityValue\":\"201\"}}",
          "{\"to\":\"x\",\"fromApplication\":{\"extenId\":1,\"outRouteId\":1e9}}",
          "{\"fileNames\":[\"a\"],\"callIds\":[\"1.99999999999\"],\"userFilter\":{}}",
          "{\"profileId\":2147483648}",
          "{\"a\":1}");

  private static RunningMock mock;

  @BeforeAll
  static void start() {
    mock = RunningMock.start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = text.isEmpty() ? 0 : random.nextInt(text.length());
      if (random.nextBoolean() && !text.isEmpty()) {
        text.deleteCharAt(at);
      } else {
        text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0xd000));
      }
    }
    return text.toString();
  }

  private static HttpRequest.Builder request(Random random, String path, String bearer) {
    String method = List.of("POST", "PUT", "GET", "DELETE", "PATCH").get(random.nextInt(5));
    String more = (path.contains("?") ? "&" : "?") + "page=" + random.nextInt() + "&x=%25";
    String query = random.nextInt(4) == 0 ? more : "";
    HttpRequest.Builder request =
        mock.request(path + query, "Content-Type", TYPES.get(random.nextInt(TYPES.size())))
            .method(method, HttpRequest.BodyPublishers.ofString(mutated(random)));
    return random.nextBoolean() ? request.header("Authorization", bearer) : request;
  }

  @Test
  void random_requests_are_answered_and_leave_no_trace() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String bearer = RunningMock.bearer(mock.login());

    for (int round = 0; round < ROUNDS; round++) {
      for (String path : PATHS) {
        HttpResponse<String> answer = mock.send(request(random, path, bearer));
        assertThat(answer.statusCode())
            .as("seed %d, round %d: %s %s", seed, round, answer.request(), answer.body())
            .isLessThan(500);
      }
      mock.mock().reset();
      bearer = RunningMock.bearer(mock.login());
    }
    assertThat(mock.get("/calls", "Authorization", bearer).statusCode()).isEqualTo(200);
  }

  @Test
  void each_seed_at_each_address() {
    String bearer = RunningMock.bearer(mock.login());
    for (String body : SEEDS) {
      for (String path : PATHS) {
        for (String method : List.of("POST", "PUT")) {
          HttpResponse<String> answer =
              mock.send(
                  mock.request(path, "Content-Type", "application/json", "Authorization", bearer)
                      .method(method, HttpRequest.BodyPublishers.ofString(body)));
          assertThat(answer.statusCode())
              .as("%s %s %s: %s", method, path, body, answer.body())
              .isLessThan(500);
        }
      }
      mock.mock().reset();
      bearer = RunningMock.bearer(mock.login());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/token",
        "/token-exchange",
        "/realms/IPEX/protocol/openid-connect/logout",
        "/__mock/accesses",
        "/calls"
      })
  void a_body_that_is_too_long_gets_413(String path) {
    String bearer = RunningMock.bearer(mock.login());
    String body = "x".repeat(100_000);
    HttpRequest.Builder declared =
        mock.request(path, "Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", bearer)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    HttpRequest.Builder chunked =
        mock.request(path, "Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", bearer)
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));

    assertThat(mock.send(declared).statusCode()).isEqualTo(413);
    assertThat(mock.send(chunked).statusCode()).isEqualTo(413);
    assertThat(mock.login().containsKey("access_token")).isTrue();
  }

  @Test
  void a_half_sent_body_keeps_nobody_else_waiting() throws IOException {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), mock.mock().port())) {
      slow.getOutputStream()
          .write(
              "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ngrant_"
                  .getBytes(StandardCharsets.US_ASCII));

      List<CompletableFuture<HttpResponse<String>>> others =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      mock.sendAsync(
                          mock.form(
                              "/token",
                              RunningMock.password(RunningMock.USERNAME, RunningMock.PASSWORD))))
              .toList();

      assertThat(others).allSatisfy(other -> assertThat(other.join().statusCode()).isEqualTo(200));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /calls?page=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET nonsense HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://evil/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /../../etc HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "POST /token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "\u0000\u0001\u0002\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  void a_malformed_head_gets_4xx_or_a_closed_connection(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mock.mock().port())) {
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      String answer = firstLine(socket.getInputStream());

      assertThat(answer)
          .satisfiesAnyOf(
              line -> assertThat(line).isEmpty(),
              line -> assertThat(line).matches("HTTP/1.[01] [24]\\d\\d .*"));
    }
    assertThat(mock.login().containsKey("access_token")).isTrue();
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '\r') {
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }
}

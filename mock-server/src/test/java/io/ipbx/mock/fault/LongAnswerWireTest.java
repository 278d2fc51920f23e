package io.ipbx.mock.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.testing.RawClient;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults spoil an answer that comes in chunks, because it is long, like any other. */
class LongAnswerWireTest extends SharedMock {

  private static final String WAV = "/recordings/{name}";
  private static final String ZIP = "/recordings/download?callId={id}";
  private static final long HOUR = 3_600_000;

  private String bearer;
  private JsonObject longest;

  @BeforeEach
  void findALongCall() {
    bearer = RunningMock.bearer(mock.login());
    String query = "/calls?disposition=ANSWERED&sortColumn=billsec&sortDirection=desc&pageSize=1";
    longest =
        RunningMock.json(mock.get(query, "Authorization", bearer))
            .getJsonArray("items")
            .getJsonObject(0);
  }

  private RawClient get(String path, String... headers) throws IOException {
    String name = longest.getString("filename").replace(".mp3", ".wav");
    String asked =
        path.replace("{name}", URLEncoder.encode(name, StandardCharsets.UTF_8))
            .replace("{id}", longest.getString("linkedid"));
    return new RawClient(mock)
        .send("GET " + asked + " HTTP/1.1\r\nHost: mock\r\nAuthorization: " + bearer + "\r\n")
        .send(String.join("", headers) + "\r\n");
  }

  private byte[] whole(String path) throws IOException {
    try (RawClient client = get(path, "Connection: close\r\n")) {
      String head = client.head();
      byte[] body = client.restOfBytes();
      return head.contains("chunked") ? unchunked(body) : body;
    }
  }

  private static byte[] unchunked(byte[] body) {
    String text = new String(body, ISO_8859_1);
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (true) {
      int line = text.indexOf("\r\n", at);
      int length = Integer.parseInt(text.substring(at, line), 16);
      if (length == 0) {
        return whole.toString().getBytes(ISO_8859_1);
      }
      whole.append(text, line + 2, line + 2 + length);
      at = line + 4 + length;
    }
  }

  private void spoil(FaultEffect effect) {
    mock.mock().faults().add(new FaultMatch().setPath("/recordings/*"), effect);
  }

  private void spoil(FaultType type) {
    spoil(FaultEffects.of(type));
  }

  @Test
  void the_recording_is_a_long_one() throws IOException {
    assertThat(whole(WAV).length).isGreaterThan(1 << 20);
    assertThat(whole(ZIP)).startsWith('P', 'K');
  }

  @ParameterizedTest
  @ValueSource(strings = {WAV, ZIP})
  void a_cut_ends_the_stream_within_the_body(String path) throws IOException {
    byte[] whole = whole(path);
    spoil(FaultType.CUT_BODY);

    try (RawClient client = get(path)) {
      assertThat(RawClient.contentLength(client.head())).isEqualTo(whole.length);
      assertThat(client.restOfBytes()).isEqualTo(Arrays.copyOf(whole, whole.length / 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WAV, ZIP})
  void half_of_it_is_whole_for_http(String path) throws IOException {
    byte[] whole = whole(path);
    spoil(FaultType.MALFORMED_JSON);

    try (RawClient client = get(path)) {
      String head = client.head();
      assertThat(client.rawBytes(RawClient.contentLength(head)))
          .isEqualTo(Arrays.copyOf(whole, whole.length / 2));
      mock.mock().faults().clear();
      client.send("GET /calls HTTP/1.1\r\nHost: mock\r\n\r\n");
      assertThat(client.head()).as("the connection is still good").startsWith("HTTP/1.1 401");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WAV, ZIP})
  void it_comes_whole_with_the_wrong_type(String path) throws IOException {
    byte[] whole = whole(path);
    spoil(FaultType.CONTENT_TYPE);

    try (RawClient client = get(path)) {
      String head = client.head();
      assertThat(head).contains("content-type: text/plain").doesNotContain("chunked");
      assertThat(client.rawBytes(RawClient.contentLength(head))).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WAV, ZIP})
  void a_drip_comes_drop_by_drop(String path) throws IOException {
    byte[] whole = whole(path);
    spoil(FaultEffects.drip(5, HOUR));

    try (RawClient client = get(path)) {
      assertThat(RawClient.contentLength(client.head())).isEqualTo(whole.length);
      assertThat(client.rawBytes(5)).isEqualTo(Arrays.copyOf(whole, 5));
      assertThat(client.isSilentFor(100)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WAV, ZIP})
  void a_reset_comes_when_the_headers_are_out(String path) throws IOException {
    spoil(FaultType.RESET_AFTER_HEADERS);

    try (RawClient client = get(path)) {
      assertThat(client.head()).startsWith("HTTP/1.1 200 OK");
      assertThatThrownBy(() -> client.rawBytes(1))
          .isInstanceOf(SocketException.class)
          .hasMessage("Connection reset");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {WAV, ZIP})
  void the_server_acts_and_nobody_hears_of_it(String path) throws IOException {
    spoil(FaultType.ACT_THEN_CUT);

    try (RawClient client = get(path)) {
      assertThat(client.restOfBytes()).isEmpty();
    }
  }
}

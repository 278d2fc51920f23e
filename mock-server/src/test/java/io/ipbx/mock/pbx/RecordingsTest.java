package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings: what they sound like, in which pieces they come, and how they go. */
class RecordingsTest extends SharedMock {

  private static final int FRAME = 144;

  private final HttpClient http = HttpClient.newHttpClient();
  private PbxClient client;
  private JsonObject call;

  @BeforeEach
  void logIn() {
    client = PbxClient.of(mock);
    call = answered("?disposition=ANSWERED&pageSize=1");
  }

  private JsonObject answered(String query) {
    return client.object("/calls" + query).getJsonArray("items").getJsonObject(0);
  }

  private static String path(String name) {
    return "/recordings/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return http.send(
        client.request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void an_mp3_is_a_row_of_frames_as_long_as_the_talk() throws Exception {
    HttpResponse<byte[]> file = get(path(call.getString("filename")));
    byte[] bytes = file.body();

    assertThat(file.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
    assertThat(bytes.length % FRAME).isZero();
    for (int at = 0; at < bytes.length; at += FRAME) {
      assertThat(new byte[] {bytes[at], bytes[at + 1], bytes[at + 2]})
          .containsExactly(0xff, 0xf3, 0x48);
    }
    assertThat((double) bytes.length / FRAME * 0.036)
        .isBetween(call.getInteger("billsec") + 0.0, call.getInteger("billsec") + 0.04);
  }

  @Test
  void a_wav_is_opened_by_a_player_and_is_not_silent() throws Exception {
    HttpResponse<byte[]> file = get(path(call.getString("filename").replace(".mp3", ".wav")));

    try (AudioInputStream sound =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(file.body()))) {
      AudioFormat format = sound.getFormat();
      assertThat(format.getChannels()).isEqualTo(2);
      assertThat((double) sound.getFrameLength() / format.getSampleRate())
          .isEqualTo(call.getInteger("billsec").doubleValue());
      assertThat(sound.readAllBytes()).contains(0x10, 0x08);
    }
    assertThat(file.headers().firstValue("Content-Type")).hasValue("audio/wav");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99,0,100",
    "bytes=100-,100,-1",
    "bytes=-50,-50,-1",
    "bytes=7-999999999,7,-1"
  })
  void a_range_is_that_part_of_the_whole(String range, int from, int end) throws Exception {
    byte[] whole = get(path(call.getString("filename"))).body();
    int begin = from < 0 ? whole.length + from : from;
    byte[] wanted = Arrays.copyOfRange(whole, begin, end < 0 ? whole.length : end);

    HttpResponse<byte[]> part = get(path(call.getString("filename")), "Range", range);

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(wanted);
    assertThat(part.headers().firstValue("Content-Range"))
        .hasValue("bytes %d-%d/%d".formatted(begin, begin + wanted.length - 1, whole.length));
  }

  @Test
  void a_range_of_a_wav_may_begin_within_its_head() throws Exception {
    String wav = path(call.getString("filename").replace(".mp3", ".wav"));
    byte[] whole = get(wav).body();

    assertThat(get(wav, "Range", "bytes=40-5000").body())
        .isEqualTo(Arrays.copyOfRange(whole, 40, 5_001));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "seconds=1-2", "bytes=5-2", "bytes=-", "nonsense"})
  void a_range_that_makes_no_sense_is_passed_over(String range) throws Exception {
    HttpResponse<byte[]> whole = get(path(call.getString("filename")), "Range", range);

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
  }

  @Test
  void a_range_past_the_end_is_refused() throws Exception {
    HttpResponse<byte[]> refused =
        get(path(call.getString("filename")), "Range", "bytes=999999999-");

    assertThat(refused.statusCode()).isEqualTo(416);
    assertThat(refused.headers().firstValue("Content-Range").orElseThrow()).startsWith("bytes */");
  }

  @Test
  void a_range_of_what_has_changed_since_is_the_whole() throws Exception {
    String tag = get(path(call.getString("filename"))).headers().firstValue("ETag").orElseThrow();
    String name = path(call.getString("filename"));

    assertThat(get(name, "Range", "bytes=0-9", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(get(name, "Range", "bytes=0-9", "If-Range", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void a_long_recording_comes_in_chunks_and_is_the_same() throws Exception {
    JsonObject longest = answered("?sortColumn=billsec&sortDirection=desc&pageSize=1");
    String wav = path(longest.getString("filename").replace(".mp3", ".wav"));

    HttpResponse<byte[]> whole = get(wav);

    assertThat(whole.body()).hasSize(44 + longest.getInteger("billsec") * 32_000);
    assertThat(whole.body().length).isGreaterThan(1 << 20);
    assertThat(get(wav, "Range", "bytes=1500000-1500999").body())
        .isEqualTo(Arrays.copyOfRange(whole.body(), 1_500_000, 1_501_000));
  }

  @Test
  void an_archive_holds_the_recordings_as_they_are() throws Exception {
    List<JsonObject> calls =
        client.object("/calls?disposition=ANSWERED&pageSize=50").getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .toList();
    String query =
        String.join("&", calls.stream().map(one -> "callId=" + one.getString("linkedid")).toList());

    HttpResponse<byte[]> archive = get("/recordings/download?" + query);

    assertThat(archive.headers().firstValue("Content-Type")).hasValue("application/zip");
    Map<String, Integer> lengths = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        lengths.put(entry.getName(), zip.readAllBytes().length);
      }
    }
    assertThat(lengths).hasSize(50);
    String name = call.getString("filename");
    assertThat(lengths).containsEntry(name, get(path(name)).body().length);
  }

  @Test
  void an_archive_of_unknown_or_silent_calls_is_not_made() {
    String silent = answered("?disposition=BUSY&pageSize=1").getString("linkedid");

    assertThat(client.refusal(404, "/recordings/download?callId=1.1")).contains("1.1");
    assertThat(client.refusal(404, "/recordings/download?callId=" + silent)).contains(silent);
    assertThat(client.refusal(400, "/recordings/download")).contains("callId");
    assertThat(client.refusal(400, "/recordings/download?callId=1" + "&callId=1".repeat(50)))
        .contains("50");
  }

  @Test
  void a_call_knows_its_recordings_and_what_was_said_in_them() {
    String base = "/calls/" + call.getString("linkedid");
    JsonObject mp3 =
        new JsonObject()
            .put("src", call.getString("src"))
            .put("dst", call.getString("dst"))
            .put("name", call.getString("filename"));

    assertThat(client.list(base + "/recordings")).containsExactly(mp3);
    assertThat(names(client.list(base + "/recordings?extensions=wav&extensions=flac")))
        .containsExactly(call.getString("filename").replace(".mp3", ".wav"));
    JsonObject transcript = client.list(base + "/transcript").getJsonObject(0);
    assertThat(transcript.getString("filename")).isEqualTo(call.getString("filename"));
    assertThat(transcript.getJsonArray("recognition").getJsonObject(1).getString("transcript"))
        .startsWith("Good morning, how can I help you?");
  }

  private static List<String> names(JsonArray files) {
    return files.stream().map(file -> ((JsonObject) file).getString("name")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.mp3", "2026/02/27/1.1.mp3", "x", "a*b.mp3", "/"})
  void a_recording_that_is_not_there_is_not_found(String name) {
    assertThat(client.refusal(404, path(name))).contains(name);
  }

  @Test
  void a_recording_is_of_one_switchboard() {
    String name = path(call.getString("filename"));

    assertThat(client.send("GET", name + "/ipbx/101").statusCode()).isEqualTo(200);
    assertThat(client.send("GET", name + "?pbxId=101").statusCode()).isEqualTo(200);
    assertThat(client.refusal(404, name + "/ipbx/102")).contains("recording");
    assertThat(client.object("/recordings?pbxId=102").getJsonArray("files")).isEmpty();
    assertThat(client.object("/recordings?pbxId=101").getJsonArray("files")).isNotEmpty();
    assertThat(client.refusal(404, name.replace(".mp3", ".flac"))).contains("flac");
  }

  @Test
  void recordings_are_deleted_by_name_and_by_call_until_the_world_is_put_back() {
    List<JsonObject> calls =
        client.object("/calls?disposition=ANSWERED&pageSize=2").getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .toList();
    String first = calls.get(0).getString("filename");
    String second = calls.get(1).getString("filename");
    JsonObject before = mock.mock().snapshot();
    JsonObject wanted =
        new JsonObject()
            .put("fileNames", new JsonArray().add(first).add("gone.mp3"))
            .put("callIds", new JsonArray().add(calls.get(1).getString("linkedid")).add("1.1"));

    JsonObject done = deleted(wanted);

    assertThat(done.getJsonArray("deleted")).containsExactly(first, second);
    assertThat(done.getJsonArray("errors").stream().map(e -> ((JsonObject) e).getString("file")))
        .containsExactly("gone.mp3", "1.1");
    assertThat(client.refusal(404, path(first))).contains(first);
    assertThat(client.list("/calls/" + calls.get(1).getString("linkedid") + "/recordings"))
        .isEmpty();
    assertThat(client.object("/recordings").getJsonArray("files")).doesNotContain(first, second);
    assertThat(answered("?linkedid=" + calls.get(0).getString("linkedid")).getString("filename"))
        .isEmpty();
    JsonObject after = mock.mock().snapshot();
    mock.mock().restore(before);
    assertThat(client.object("/recordings").getJsonArray("files")).contains(first, second);
    mock.mock().restore(after);
    assertThat(client.object("/recordings").getJsonArray("files")).doesNotContain(first, second);
  }

  private JsonObject deleted(JsonObject wanted) {
    HttpResponse<String> answer = client.send("POST", "/recordings/batch-delete", wanted);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  @Test
  void recordings_are_deleted_by_line_and_period() {
    JsonObject filter =
        new JsonObject()
            .put("extensions", new JsonArray().add("203"))
            .put("startTime", "2026-02-26T00:00:00+01:00")
            .put("endTime", "2026-02-27T00:00:00+01:00");
    String period = "?startTime=2026-02-26&endTime=2026-02-27&disposition=ANSWERED&pageSize=1000";
    Stream<String> wanted =
        client.object("/calls" + period + "&line=203").getJsonArray("items").stream()
            .map(one -> ((JsonObject) one).getString("filename"));

    JsonObject done = deleted(new JsonObject().put("userFilter", filter));

    assertThat(done.getJsonArray("deleted").stream().map(String::valueOf))
        .isNotEmpty()
        .containsExactlyElementsOf(wanted.toList());
    assertThat(deleted(new JsonObject().put("userFilter", filter)).getJsonArray("deleted"))
        .isEmpty();
  }

  @Test
  void what_is_to_be_deleted_has_to_be_named() {
    assertThat(client.refusal(400, "POST", "/recordings/batch-delete", new JsonObject()))
        .contains("fileNames", "callIds", "userFilter");
    assertThat(
            client.refusal(
                400,
                "POST",
                "/recordings/batch-delete",
                new JsonObject().put("userFilter", new JsonObject().put("startTime", "yesterday"))))
        .contains("startTime");
  }

  @Test
  void an_impersonated_user_hears_own_calls_only() {
    PbxClient alice = client.as("alice@example.com");
    String bobs =
        answered("?disposition=ANSWERED&way=Out&line=202&pageSize=1").getString("filename");
    String own =
        answered("?disposition=ANSWERED&way=Out&line=201&pageSize=1").getString("filename");

    assertThat(alice.send("GET", path(own)).statusCode()).isEqualTo(200);
    assertThat(alice.refusal(404, path(bobs))).contains(bobs);
    assertThat(alice.object("/recordings").getJsonArray("files"))
        .contains(own)
        .doesNotContain(bobs);
  }
}

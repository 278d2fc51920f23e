package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.audio.Conversation;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /calls/{callId}/recordings} and {@code GET /calls/{callId}/transcript}. */
record CallRecordings(World world) {

  private static final String STORED = "mp3";

  JsonArray list(ApiRequest request) {
    List<String> given = request.texts("extensions");
    List<String> extensions = given == null ? List.of(STORED) : given;
    JsonArray files = new JsonArray();
    kept(request)
        .flatMap(
            leg ->
                extensions.stream()
                    .distinct()
                    .filter(RecordingFile::isForm)
                    .map(extension -> new RecordingFile(leg, extension)))
        .forEach(file -> files.add(sides(file.call()).put("name", file.name())));
    return files;
  }

  JsonArray transcript(ApiRequest request) {
    JsonArray transcripts = new JsonArray();
    kept(request)
        .forEach(
            leg ->
                transcripts.add(
                    sides(leg)
                        .put("filename", leg.recording())
                        .put("recognition", recognition(new Conversation(leg)))));
    return transcripts;
  }

  private static JsonArray recognition(Conversation conversation) {
    JsonArray channels = new JsonArray();
    for (int channel = 0; channel < 2; channel++) {
      String said = conversation.transcript(channel);
      if (!said.isEmpty()) {
        channels.add(new JsonObject().put("channel", channel + 1).put("transcript", said));
      }
    }
    return channels;
  }

  private Stream<PastCall> kept(ApiRequest request) {
    return world.asker(request).legs(request.pathText("callId")).stream()
        .filter(world.recordings()::isKept);
  }

  private static JsonObject sides(PastCall leg) {
    return new JsonObject().put("src", leg.source()).put("dst", leg.destination());
  }
}

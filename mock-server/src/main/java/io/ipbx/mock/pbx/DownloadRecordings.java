package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Objects;

/** {@code GET /recordings/download}: the recordings of some calls in one archive. */
record DownloadRecordings(Vertx vertx, World world) implements Operation {

  @Override
  public String id() {
    return "downloadRecordings";
  }

  @Override
  public Future<Object> answer(ApiRequest request) {
    List<String> callIds = Objects.requireNonNull(request.texts("callId"));
    List<RecordingFile> files =
        callIds.stream()
            .distinct()
            .flatMap(callId -> world.asker(request).legs(callId).stream())
            .filter(world.recordings()::isKept)
            .map(leg -> new RecordingFile(leg, "mp3"))
            .toList();
    if (files.isEmpty()) {
      throw new NotFoundException("there is no recording of " + callIds);
    }
    request
        .exchange()
        .response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/zip")
        .putHeader("Content-Disposition", "attachment; filename=\"recordings.zip\"");
    return Chunks.send(vertx, request.exchange(), new Archive(files)::next);
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.http.Operation;
import io.vertx.core.Vertx;
import java.util.List;

/** {@code /recordings}: names and files. */
record RecordingOperations(Vertx vertx, World world) {

  List<Operation> operations() {
    return List.of(
        Operation.atLength(vertx, "listRecordings", new ListRecordings(world)),
        new GetRecording(vertx, world, "getRecording", request -> request.text("pbxId")),
        new GetRecording(vertx, world, "getRecordingOfPbx", request -> request.pathText("pbxId")),
        new DownloadRecordings(vertx, world),
        Operation.atLength(vertx, "batchDeleteRecordings", new BatchDelete(world)));
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.http.Operation;
import io.vertx.core.Vertx;
import java.util.List;

/** The part of {@code /calls} that is about calls that are over. */
record PastCalls(Vertx vertx, World world) {

  List<Operation> operations() {
    CallRecordings recordings = new CallRecordings(world);
    return List.of(
        new ListCalls(vertx, world),
        Operation.atOnce("getCallDetail", new CallTrail(world)),
        Operation.atOnce("listCallRecordings", recordings::list),
        Operation.atOnce("getCallTranscript", recordings::transcript),
        Operation.atLength(vertx, "listMissedCalls", new ListMissedCalls(world)));
  }
}

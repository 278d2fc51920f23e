package io.ipbx.mock.pbx;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.ContractApi;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Function;

/** The IPBX API: what an access with impersonation, or an impersonated user, may call. */
public final class PbxApi {

  private PbxApi() {}

  /** The API, once its contract is read. */
  public static Future<Router> load(Vertx vertx, AuthServer auth, World world) {
    return new ContractApi(auth, true).load(vertx, "contract/ipbx.yaml", operations(vertx, world));
  }

  /** All that the contract has. */
  public static List<Operation> operations(Vertx vertx, World world) {
    AgentReports agents = new AgentReports(world);
    CallControl control = new CallControl(world);
    Numbers numbers = new Numbers(world);
    PbxUsers users = new PbxUsers(world);
    ProfileOperations profiles = new ProfileOperations(world);
    CallRecordings recordings = new CallRecordings(world);
    return List.of(
        new ListCalls(vertx, world),
        atOnce("listMembers", new ListMembers(world)),
        atOnce("listNumbers", numbers::list),
        atOnce("getNumber", numbers::get),
        atOnce("listPauses", new ListPauses()),
        atOnce("listPbxUsers", users::list),
        atOnce("getPbxUser", users::get),
        atOnce("listProfiles", profiles::list),
        atOnce("updateProfile", profiles::update),
        atOnce("setUserProfile", profiles::give),
        atOnce("reloadPbx", new ReloadPbx(world)),
        atOnce("listTransferDestinations", new ListTransferDestinations(world)),
        atOnce("getCallDetail", new CallTrail(world)),
        atOnce("listCallRecordings", recordings::list),
        atOnce("getCallTranscript", recordings::transcript),
        atLength(vertx, "listRecordings", new ListRecordings(world)),
        new GetRecording(vertx, world, "getRecording", request -> request.text("pbxId")),
        new GetRecording(vertx, world, "getRecordingOfPbx", request -> request.pathText("pbxId")),
        new DownloadRecordings(vertx, world),
        atLength(vertx, "batchDeleteRecordings", new BatchDelete(world)),
        new ListCallReports(vertx, world),
        atLength(vertx, "listQueueStatistics", new ListQueueStatistics(world)),
        atLength(vertx, "listMissedCalls", new ListMissedCalls(world)),
        atLength(vertx, "listAgentActivity", new ListAgentActivity(world)),
        atLength(vertx, "listAgentActivityDurations", agents::durations),
        atLength(vertx, "listAgentDailyStatistics", agents::daily),
        atOnce("createCall", new CreateCall(world)),
        atOnce("listCurrentCalls", new ListCurrentCalls(world)),
        atOnce("hangupCall", control::hangUp),
        atOnce("transferCall", control::transfer),
        atOnce("cancelTransfer", control::cancelTransfer),
        atOnce("monitorCall", control::monitor));
  }

  private static Operation atOnce(String id, Function<ApiRequest, Object> answer) {
    return Operation.of(id, request -> Future.succeededFuture(answer.apply(request)));
  }

  /** For what looks at more than a few calls: not on an event loop. */
  private static Operation atLength(Vertx vertx, String id, Function<ApiRequest, Object> answer) {
    return Operation.of(
        id,
        request -> vertx.executeBlocking(() -> Json.encodeToBuffer(answer.apply(request)), false));
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.http.ContractApi;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.stream.Stream;

/** The IPBX API: what an access with impersonation, or an impersonated user, may call. */
public final class PbxApi {

  /**
   * What the contract describes and no class serves yet. Whoever adds the class takes the name from
   * here: contract and operations must agree, and no operation stands twice.
   */
  static final List<String> AWAITED =
      List.of(
          "batchDeleteRecordings",
          "cancelTransfer",
          "createCall",
          "downloadRecordings",
          "getCallDetail",
          "getCallTranscript",
          "getNumber",
          "getPbxUser",
          "getRecording",
          "getRecordingOfPbx",
          "hangupCall",
          "listAgentActivity",
          "listAgentActivityDurations",
          "listAgentDailyStatistics",
          "listCallRecordings",
          "listCallReports",
          "listCurrentCalls",
          "listMembers",
          "listMissedCalls",
          "listNumbers",
          "listPauses",
          "listPbxUsers",
          "listProfiles",
          "listQueueStatistics",
          "listTransferDestinations",
          "monitorCall",
          "reloadPbx",
          "setUserProfile",
          "transferCall",
          "updateProfile");

  private static final int NOT_IMPLEMENTED = 501;

  private PbxApi() {}

  /** The API, once its contract is read. */
  public static Future<Router> load(Vertx vertx, AuthServer auth, World world) {
    return new ContractApi(auth, true).load(vertx, "contract/ipbx.yaml", operations(vertx, world));
  }

  /** All that the contract has. */
  public static List<Operation> operations(Vertx vertx, World world) {
    return Stream.concat(served(vertx, world), AWAITED.stream().map(PbxApi::awaited)).toList();
  }

  private static Operation awaited(String id) {
    String told = "this mock does not serve " + id + " yet";
    return Operation.of(
        id,
        request ->
            Future.failedFuture(
                new HttpException(NOT_IMPLEMENTED, new UnsupportedOperationException(told))));
  }

  private static Stream<Operation> served(Vertx vertx, World world) {
    return Stream.of(new ListCalls(vertx, world), new ListRecordings(vertx, world));
  }
}

package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.Contract;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that the contract has is there, and answers as the contract says. */
class CatalogueTest extends SharedMock {

  private static Contract contract;

  private PbxClient access;
  private PbxClient alice;
  private JsonObject call;
  private String channel;
  private String colleague;

  @BeforeAll
  static void read() {
    contract = new Contract("contract/ipbx.yaml", "audio/mpeg", "application/zip");
  }

  @AfterAll
  static void close() {
    contract.close();
  }

  static Stream<String> operations() {
    return contract.operations();
  }

  /** Alice talks, and has begun to transfer; the access knows a call that was recorded. */
  @BeforeEach
  void callSomebody() {
    access = PbxClient.of(mock);
    alice = access.as("alice@example.com");
    call =
        access
            .object("/calls?disposition=ANSWERED&way=Out&line=201&pageSize=1")
            .getJsonArray("items")
            .getJsonObject(0);
    JsonObject begun =
        RunningMock.json(alice.send("POST", "/calls", new JsonObject().put("to", "202")));
    channel = begun.getString("channelId");
    mock.mock().clock().advance(Duration.ofSeconds(10));
    JsonObject transfer = new JsonObject().put("to", "203").put("type", "attended");
    assertThat(alice.send("PUT", "/calls/transfer", transfer).statusCode()).isEqualTo(200);
    colleague = access.list("/pbx/users").getJsonObject(1).getString("id");
  }

  private String query(String id) {
    return switch (id) {
      case "monitorCall" -> "?channelId=" + channel;
      case "downloadRecordings" -> "?callId=" + call.getString("linkedid");
      default -> "";
    };
  }

  /** Most that is numbered begins at 1. */
  private String path(Operation operation) {
    return operation
            .getOpenAPIPath()
            .replace("{callId}", call.getString("linkedid"))
            .replace("{filename}", call.getString("filename").replace("/", "%2F"))
            .replace("{numberId}", "21")
            .replace("{pbxId}", "101")
            .replace("{profileId}", "2")
            .replace("{userId}", colleague)
            .replaceAll("\\{[^}]*}", "1")
        + query(operation.getOperationId());
  }

  private static JsonObject body(String id) {
    return switch (id) {
      case "batchDeleteRecordings" -> new JsonObject("{\"fileNames\":[\"gone.mp3\"]}");
      case "createCall" -> new JsonObject("{\"to\":\"+420777888999\",\"callerId\":\"1\"}");
      case "setUserProfile" -> new JsonObject("{\"profileId\":3}");
      case "transferCall" -> new JsonObject("{\"to\":\"203\",\"customData\":\"7\"}");
      case "updateProfile" -> new JsonObject("{\"active\":true,\"fwd\":\"none\"}");
      default -> new JsonObject();
    };
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_operation_answers_as_the_contract_says(String id) {
    Operation operation = contract.operation(id);
    String method = operation.getHttpMethod().name();

    HttpResponse<String> answer =
        operation.getRequestBody() == null
            ? alice.send(method, path(operation))
            : alice.send(method, path(operation), body(id));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    contract.assertFits(operation, answer);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_access_that_does_without_parameters_gets_an_answer_that_the_contract_has(String id) {
    Operation operation = contract.operation(id);
    String path = operation.getOpenAPIPath().replaceAll("\\{[^}]*}", "7");

    HttpResponse<String> answer = access.send(operation.getHttpMethod().name(), path);

    assertThat(answer.statusCode()).as(answer.body()).isNotIn(405, 500, 501);
    contract.assertFits(operation, answer);
  }
}

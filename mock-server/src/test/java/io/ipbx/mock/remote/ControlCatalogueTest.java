package io.ipbx.mock.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.testing.Contract;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the control API is there, and answers as its contract says. */
class ControlCatalogueTest extends SharedMock {

  private static Contract contract;

  @BeforeAll
  static void read() {
    contract = new Contract("contract/control.yaml", "application/yaml; charset=utf-8");
  }

  @AfterAll
  static void close() {
    contract.close();
  }

  /** All but the one that never ends. */
  static Stream<String> operations() {
    return contract.operations().filter(id -> !id.equals("streamRequests"));
  }

  private static String body(String id) {
    return switch (id) {
      case "addFault" -> "{\"effect\":{\"type\":\"STATUS\",\"status\":503}}";
      case "changeSettings" -> "{\"accessTokenTtl\":60}";
      case "createAccess" -> "{\"email\":\"new@example.com\",\"impersonation\":true}";
      case "moveClock" -> "{\"advance\":\"PT1H\"}";
      case "putSnapshot" -> "{\"clock\":{\"now\":\"2030-01-01T00:00:00Z\",\"frozen\":true}}";
      case "revoke" -> "{\"username\":\"access@example.com\"}";
      default -> "";
    };
  }

  private static HttpResponse<String> answer(Operation operation, String id, String email) {
    String path =
        operation.getOpenAPIPath().replace("{id}", id).replace("{email}", email).substring(7);
    return mock.control(operation.getHttpMethod().name(), path, body(operation.getOperationId()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void a_route_answers_as_the_contract_says(String id) {
    Operation operation = contract.operation(id);
    mock.login();
    String rule =
        mock.mock().faults().add(FaultMatch.endpoint("token"), FaultEffects.status(503)).getId();

    HttpResponse<String> answer = answer(operation, rule, "access@example.com");

    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    contract.assertFits(operation, answer);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_is_not_there_is_answered_as_the_contract_says(String id) {
    Operation operation = contract.operation(id);

    HttpResponse<String> answer = answer(operation, "none", "nobody@example.com");

    assertThat(answer.statusCode())
        .as(answer.body())
        .isEqualTo(
            operation.getOpenAPIPath().contains("{")
                ? 404
                : id.equals("addFault") || id.equals("createAccess") ? 201 : 200);
    contract.assertFits(operation, answer);
  }
}

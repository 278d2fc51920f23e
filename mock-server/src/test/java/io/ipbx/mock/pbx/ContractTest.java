package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of the IPBX API: what it says holds together, and every path of it is routed. */
class ContractTest {

  private static Vertx vertx;
  private static OpenAPIContract contract;
  private static JsonNode text;
  private static RunningMock mock;
  private static String bearer;

  @BeforeAll
  static void read() throws Exception {
    vertx = Vertx.vertx();
    contract = RunningMock.await(OpenAPIContract.from(vertx, "contract/ipbx.yaml"));
    text =
        new YAMLMapper()
            .readTree(ContractTest.class.getClassLoader().getResource("contract/ipbx.yaml"));
    mock = RunningMock.start();
    bearer = RunningMock.bearer(mock.login());
  }

  @AfterAll
  static void stop() {
    mock.close();
    RunningMock.await(vertx.close());
  }

  static Stream<String> operations() {
    return contract.operations().stream().map(Operation::getOperationId);
  }

  @Test
  void the_thirty_two_operations_of_the_api_are_there() {
    assertThat(contract.operations()).hasSizeGreaterThanOrEqualTo(32);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void examples_fit_what_they_are_examples_of(String id) {
    Operation operation = contract.operation(id);
    Response answer = operation.getResponse(200);
    answer.getContent().values().forEach(ContractTest::exampleFits);
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().getContent().values().forEach(ContractTest::exampleFits);
    }
  }

  private static void exampleFits(MediaType type) {
    Object example = type.getOpenAPIModel().getValue("example");
    if (type.getIdentifier().equals(MediaType.APPLICATION_OCTET_STREAM)) {
      return;
    }
    JsonSchema schema = type.getSchema();
    OutputUnit verdict = contract.getSchemaRepository().validator(schema).validate(example);

    assertThat(example).isNotNull();
    assertThat(verdict.getValid()).as(String.valueOf(verdict.getErrors())).isTrue();
  }

  @Test
  void every_schema_is_used_and_every_name_that_is_used_is_there() {
    Set<String> used = new HashSet<>();
    text.findValuesAsText("$ref").forEach(used::add);
    Set<String> there = new TreeSet<>();
    for (String kind : List.of("schemas", "parameters", "responses")) {
      text.at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> there.add("#/components/" + kind + "/" + name));
    }

    assertThat(used).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void a_body_that_does_not_fit_is_refused() {
    HttpResponse<String> answer = send(HttpMethod.POST, "/calls", "{\"callerId\":\"1\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  private static HttpResponse<String> send(HttpMethod method, String path, String body) {
    return mock.send(
        mock.request(path, "Authorization", bearer, "Content-Type", "application/json")
            .method(
                method.name(),
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body)));
  }
}

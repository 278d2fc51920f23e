package io.ipbx.mock.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Response;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A contract that answers are held against. */
public final class Contract implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final OpenAPIContract contract;
  private final Set<String> otherTypes;

  /**
   * Reads a contract.
   *
   * @param otherTypes of answers that are no JSON
   */
  public Contract(String resource, String... otherTypes) {
    this.contract = RunningMock.await(OpenAPIContract.from(vertx, resource));
    this.otherTypes = Set.of(otherTypes);
  }

  public Stream<String> operations() {
    return contract.operations().stream().map(Operation::getOperationId);
  }

  public Operation operation(String id) {
    return contract.operation(id);
  }

  /** The contract has an answer of that status, and it looks like this one. */
  public void assertFits(Operation operation, HttpResponse<String> answer) {
    Response described = operation.getResponse(answer.statusCode());
    assertThat(described).as("%d %s", answer.statusCode(), answer.body()).isNotNull();
    MediaType type = described.getContent().get(MediaType.APPLICATION_JSON);
    String sent = answer.headers().firstValue("Content-Type").orElseThrow();
    if (type == null) {
      assertThat(sent).isIn(otherTypes);
      return;
    }
    assertThat(sent).startsWith("application/json");
    OutputUnit verdict =
        contract
            .getSchemaRepository()
            .validator(Objects.requireNonNull(type.getSchema()))
            .validate(Json.decodeValue(answer.body()));
    assertThat(verdict.getValid()).as(verdict.getErrors() + " " + answer.body()).isTrue();
  }

  @Override
  public void close() {
    RunningMock.await(vertx.close());
  }
}

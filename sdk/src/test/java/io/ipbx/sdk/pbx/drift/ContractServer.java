package io.ipbx.sdk.pbx.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.ipbx.mock.http.ExactRequest;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes what fits the contract, refuses the rest by saying why, and answers with samples of what
 * the contract says, after holding them against it as well.
 */
final class ContractServer implements AutoCloseable {

  /**
   * What came and what went back.
   *
   * @param answer a missing node when it was no JSON
   */
  record Exchange(
      String operation, Set<String> parameters, Set<String> bodyMembers, JsonNode answer) {}

  static final String BYTES = "bytes";

  private final Contract contract;
  private final OpenAPIContract schemas;
  private final RequestValidator requests;
  private final ResponseValidator answers;
  private final HttpServer server;
  private volatile boolean fullAnswers = true;
  private volatile Exchange last;

  ContractServer(Vertx vertx, Contract contract) {
    this.contract = contract;
    this.schemas = Await.result(OpenAPIContract.from(vertx, Contract.FILE));
    this.requests = RequestValidator.create(vertx, schemas);
    this.answers = ResponseValidator.create(vertx, schemas);
    this.server =
        Await.result(vertx.createHttpServer().requestHandler(this::serve).listen(0, "127.0.0.1"));
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** Whether the answers from now on hold all that they may, or as little as they must. */
  void answerInFull(boolean full) {
    fullAnswers = full;
  }

  Exchange last() {
    return last;
  }

  private void serve(HttpServerRequest request) {
    if (request.path().equals("/token")) {
      request.end().onSuccess(end -> grant(request.response()));
      return;
    }
    Operation operation = schemas.findOperation(request.path(), request.method());
    if (operation == null) {
      refuse(request, request.method() + " " + request.path() + " is not in the contract");
      return;
    }
    request
        .body()
        .compose(
            body ->
                requests.validate(
                    new ExactRequest(request, operation, body, request.getHeader("Content-Type")),
                    operation.getOperationId()))
        .compose(valid -> answer(request, operation.getOperationId(), valid))
        .onFailure(cause -> refuse(request, String.valueOf(cause)));
  }

  private static void grant(HttpServerResponse response) {
    response
        .putHeader("Content-Type", "application/json")
        .end(
            new JsonObject()
                .put("access_token", "access-1")
                .put("token_type", "Bearer")
                .put("expires_in", 3600)
                .encode());
  }

  private static void refuse(HttpServerRequest request, String why) {
    request
        .response()
        .setStatusCode(400)
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("message", why).encode());
  }

  private Future<?> answer(HttpServerRequest request, String operation, ValidatedRequest valid) {
    JsonNode schema = contract.answer(operation);
    Set<String> members = new TreeSet<>();
    if (valid.getBody() != null && valid.getBody().get() instanceof JsonObject body) {
      members(body, "", members);
    }
    JsonNode sample =
        schema.isMissingNode() ? schema : new Sampler(contract, fullAnswers).sample(schema);
    last = new Exchange(operation, parameters(request), members, sample);
    return schema.isMissingNode() ? bytes(request) : json(request, operation, sample.toString());
  }

  private static Set<String> parameters(HttpServerRequest request) {
    Set<String> names = new TreeSet<>();
    request.params().names().forEach(name -> names.add("query " + name));
    if (request.headers().contains("Range")) {
      names.add("header Range");
    }
    return names;
  }

  private static void members(JsonObject body, String path, Set<String> members) {
    body.forEach(
        member -> {
          members.add(path + "/" + member.getKey());
          if (member.getValue() instanceof JsonObject inner) {
            members(inner, path + "/" + member.getKey(), members);
          }
        });
  }

  private Future<?> json(HttpServerRequest request, String operation, String answer) {
    Buffer body = Buffer.buffer(answer);
    ValidatableResponse response =
        ValidatableResponse.create(200, Map.of(), body, "application/json");
    return answers
        .validate(response, operation)
        .compose(
            fits -> request.response().putHeader("Content-Type", "application/json").end(body));
  }

  private static Future<?> bytes(HttpServerRequest request) {
    if (request.headers().contains("Range")) {
      request.response().setStatusCode(206).putHeader("Content-Range", "bytes 0-4/5");
    }
    return request.response().putHeader("Content-Type", "audio/mpeg").end(BYTES);
  }

  @Override
  public void close() {
    Await.result(server.close());
  }
}

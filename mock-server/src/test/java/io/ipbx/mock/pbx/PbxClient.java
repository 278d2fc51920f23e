package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Someone who uses the API: the access itself, or a user that it impersonates. */
final class PbxClient {

  private final RunningMock mock;
  private final String bearer;

  private PbxClient(RunningMock mock, String bearer) {
    this.mock = mock;
    this.bearer = bearer;
  }

  static PbxClient of(RunningMock mock) {
    return new PbxClient(mock, RunningMock.bearer(mock.login()));
  }

  PbxClient as(String email) {
    HttpResponse<String> tokens = mock.exchange(bearer, "{\"email\":\"" + email + "\"}");
    return new PbxClient(mock, RunningMock.bearer(RunningMock.json(tokens)));
  }

  HttpRequest.Builder request(String path, String... headers) {
    return mock.request(path, "Authorization", bearer, "Content-Type", "application/json")
        .headers(headers.length == 0 ? new String[] {"Accept", "*/*"} : headers);
  }

  HttpResponse<String> send(String method, String path, JsonObject body) {
    return mock.send(
        request(path).method(method, HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  HttpResponse<String> send(String method, String path) {
    return mock.send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private static String succeeded(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  JsonObject object(String path) {
    return new JsonObject(succeeded(send("GET", path)));
  }

  JsonArray list(String path) {
    return new JsonArray(succeeded(send("GET", path)));
  }

  /** The message of a refusal with that status. */
  String refusal(int status, String method, String path, JsonObject body) {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningMock.json(answer).getInteger("statusCode")).isEqualTo(status);
    return RunningMock.json(answer).getString("message");
  }

  String refusal(int status, String path) {
    return refusal(status, "GET", path, new JsonObject());
  }
}

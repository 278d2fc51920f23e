package io.ipbx.mock.recipes;

import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.OptionalLong;

/** Stands for the client that a reader of the recipes tests: the plainest there can be. */
final class Client {

  private final URI url;
  private final HttpClient http = HttpClient.newHttpClient();
  private JsonObject tokens = new JsonObject();
  private OptionalLong retryAfter = OptionalLong.empty();

  Client(URI url) {
    this.url = url;
  }

  /** The status of a password grant. */
  int login() throws IOException, InterruptedException {
    return token(RunningMock.password(RunningMock.USERNAME, RunningMock.PASSWORD));
  }

  /** The status of a refresh. */
  int refresh() throws IOException, InterruptedException {
    return token(RunningMock.refresh(tokens.getString("refresh_token")));
  }

  private int token(String form) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(url.resolve("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    if (answer.statusCode() == 200) {
      tokens = new JsonObject(answer.body());
    }
    return answer.statusCode();
  }

  /** The status of an API call with the newest token. */
  int listCalls() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(url.resolve("/calls"))
            .header("Authorization", "Bearer " + tokens.getString("access_token")))
        .statusCode();
  }

  /** The {@code Retry-After} of the last answer, in seconds. */
  long retryAfter() {
    return retryAfter.orElseThrow();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    retryAfter = answer.headers().firstValueAsLong("Retry-After");
    return answer;
  }
}

package io.ipbx.mock.testing;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A mock on a free port, spoken to by the JDK's own HTTP client. */
public final class RunningMock implements AutoCloseable {

  public static final String USERNAME = "access@example.com";
  public static final String RESTRICTED = "restricted@example.com";
  public static final String PASSWORD = "Passw0rd.2026";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final MockIpbx mock;

  private RunningMock(MockOptions options) {
    this.mock = await(MockIpbx.start(vertx, options));
  }

  public static RunningMock start() {
    return start(new MockSettings());
  }

  /** A mock whose clock stands still unless the test moves it. */
  public static RunningMock start(MockSettings settings) {
    RunningMock running = of(new MockOptions().setPort(0).setSettings(settings));
    running.mock.clock().freeze();
    return running;
  }

  public static RunningMock of(MockOptions options) {
    return new RunningMock(options);
  }

  public static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  public MockIpbx mock() {
    return mock;
  }

  /** A request to that path, with headers given as name, value, name, value. */
  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(mock.url() + path)).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return sendAsync(request).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** A call of the control API. */
  public HttpResponse<String> control(String method, String path, String body) {
    return send(
        request("/__mock" + path).method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** What a call of the control API answers that must succeed. */
  public JsonObject controlled(String method, String path, String body) {
    HttpResponse<String> response = control(method, path, body);
    if (response.statusCode() >= 300) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return json(response);
  }

  public HttpRequest.Builder form(String path, String body) {
    return request(path, "Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  public HttpResponse<String> token(String body) {
    return send(form("/token", body));
  }

  public JsonObject login() {
    return login("");
  }

  /** Tokens by password, with {@code more} at the end of the form. */
  public JsonObject login(String more) {
    return loginAs(USERNAME, more);
  }

  public JsonObject loginAs(String username, String more) {
    return json(token(password(username, PASSWORD) + more));
  }

  public static String password(String username, String password) {
    return "grant_type=password&client_id=api&username=" + username + "&password=" + password;
  }

  public static String refresh(String refreshToken) {
    return "grant_type=refresh_token&client_id=api&refresh_token="
        + URLEncoder.encode(refreshToken, StandardCharsets.UTF_8);
  }

  public HttpResponse<String> exchange(String bearer, String json) {
    return send(
        request("/token-exchange", "Content-Type", "application/json", "Authorization", bearer)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public static JsonObject json(HttpResponse<String> response) {
    return new JsonObject(response.body());
  }

  public static String bearer(JsonObject tokens) {
    return "Bearer " + tokens.getString("access_token");
  }

  @Override
  public void close() {
    await(mock.stop());
    await(vertx.close());
  }
}

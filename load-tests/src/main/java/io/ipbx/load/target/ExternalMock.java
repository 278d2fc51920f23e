package io.ipbx.load.target;

import io.ipbx.mock.control.TokenStats;
import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mock in another process, in our hands by its control routes. */
public class ExternalMock implements Target {

  /** What a mock is born with. */
  public static final String USERNAME = "access@example.com";

  static final String PASSWORD = "Passw0rd.2026";

  private static final int CONNECTIONS = 32;

  private final String url;
  private final WebClient web;

  /**
   * @param url its base, without a slash at the end
   */
  public ExternalMock(Vertx vertx, String url) {
    this.url = url;
    this.web =
        WebClient.wrap(vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS)));
  }

  @Override
  public String name() {
    return "mock at " + url;
  }

  @Override
  public IpbxOptions options() {
    return new IpbxOptions()
        .setAuthUrl(url)
        .setApiUrl(url)
        .setAllowPlainHttp(true) // its password is known to everybody
        .setUsername(USERNAME)
        .setPassword(PASSWORD);
  }

  @Override
  public boolean controlled() {
    return true;
  }

  @Override
  public Future<Void> reset(JsonObject settings) {
    return send(HttpMethod.POST, "/reset", new JsonObject()).compose(reset -> configure(settings));
  }

  @Override
  public Future<Void> createAccesses(List<String> usernames) {
    List<Future<Void>> made =
        usernames.stream()
            .map(
                username ->
                    new JsonObject()
                        .put("email", username)
                        .put("password", PASSWORD)
                        .put("impersonation", true))
            .map(access -> send(HttpMethod.POST, "/accesses", access).<Void>mapEmpty())
            .toList();
    return Future.all(made).mapEmpty();
  }

  @Override
  public Future<TokenCounts> stats() {
    return send(HttpMethod.GET, "/stats", null)
        .map(answer -> TokenCounts.of(answer.bodyAsJsonObject().mapTo(TokenStats.class)));
  }

  @Override
  public Future<Void> advance(Duration by) {
    return send(HttpMethod.PUT, "/clock", new JsonObject().put("advance", by.toString()))
        .mapEmpty();
  }

  @Override
  public Future<Void> revoke(String username) {
    return send(HttpMethod.POST, "/revoke", new JsonObject().put("username", username)).mapEmpty();
  }

  @Override
  public Future<Void> configure(JsonObject settings) {
    return settings.isEmpty()
        ? Future.succeededFuture()
        : send(HttpMethod.PUT, "/settings", settings).mapEmpty();
  }

  @Override
  public Future<Void> fault(JsonObject rule) {
    return send(HttpMethod.POST, "/faults", rule).mapEmpty();
  }

  @Override
  public Future<Void> clearFaults() {
    return send(HttpMethod.DELETE, "/faults", null).mapEmpty();
  }

  @Override
  public Future<Void> close() {
    web.close();
    return Future.succeededFuture();
  }

  private Future<HttpResponse<Buffer>> send(
      HttpMethod method, String route, @Nullable JsonObject body) {
    HttpRequest<Buffer> request = web.requestAbs(method, url + "/__mock" + route);
    return (body == null ? request.send() : request.sendJsonObject(body))
        .compose(
            answer ->
                answer.statusCode() / 100 == 2
                    ? Future.succeededFuture(answer)
                    : Future.failedFuture(
                        new IllegalStateException(
                            name()
                                + " answers "
                                + answer.statusCode()
                                + " to "
                                + method
                                + " /__mock"
                                + route
                                + ": "
                                + answer.bodyAsString())));
  }
}

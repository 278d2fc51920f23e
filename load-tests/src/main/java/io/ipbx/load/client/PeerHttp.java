package io.ipbx.load.client;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** What peers send, over as many connections as the SDK has. */
final class PeerHttp {

  private final Assignment assignment;
  private final HttpClientAgent agent;
  private final WebClient web;

  PeerHttp(Vertx vertx, Assignment assignment) {
    this.assignment = assignment;
    this.agent =
        vertx.createHttpClient(
            new PoolOptions().setHttp1MaxSize(assignment.options().getConnections()));
    this.web = WebClient.wrap(agent, new WebClientOptions().setFollowRedirects(false));
  }

  WebClient web() {
    return web;
  }

  /** The call of the assignment. */
  Future<HttpResponse<Buffer>> get(String token) {
    return web.getAbs(assignment.options().getApiUrl() + assignment.path())
        .bearerTokenAuthentication(token)
        .send();
  }

  Future<JsonObject> passwordGrant() {
    return grant(
        form("password")
            .add("username", assignment.onlyUsername())
            .add("password", assignment.password()));
  }

  Future<JsonObject> refreshGrant(String refreshToken) {
    return grant(form("refresh_token").add("refresh_token", refreshToken));
  }

  private MultiMap form(String grant) {
    return MultiMap.caseInsensitiveMultiMap()
        .add("grant_type", grant)
        .add("client_id", assignment.options().getClientId());
  }

  private Future<JsonObject> grant(MultiMap form) {
    return web.postAbs(assignment.options().getAuthUrl() + "/token")
        .sendForm(form)
        .compose(answer -> expect200(answer).map(ok -> answer.bodyAsJsonObject()));
  }

  static Future<Void> expect200(HttpResponse<Buffer> answer) {
    return answer.statusCode() == 200
        ? Future.succeededFuture()
        : Future.failedFuture(new StatusException(answer.statusCode()));
  }

  Future<Void> close() {
    return agent.close();
  }
}

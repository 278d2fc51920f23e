package io.ipbx.load.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** HTTP for peers, with as many connections as the SDK has. */
final class PeerHttp {

  private final HttpClientAgent agent;
  private final WebClient web;

  PeerHttp(Vertx vertx, Assignment assignment) {
    this.agent =
        vertx.createHttpClient(
            new PoolOptions().setHttp1MaxSize(assignment.options().getConnections()));
    this.web = WebClient.wrap(agent, new WebClientOptions().setFollowRedirects(false));
  }

  WebClient web() {
    return web;
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

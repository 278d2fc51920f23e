package io.ipbx.load.bench.peer;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Instant;

/** The password grant, for peers that leave it to their users. */
final class Grants {

  /** As many connections as the SDK keeps for its API: a peer may send as many grants. */
  private static final int CONNECTIONS = 64;

  private final WebClient web;
  private final String url;

  Grants(Vertx vertx, String url) {
    this.web =
        WebClient.create(
            vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.url = url + "/token";
  }

  /** Sends one. */
  Future<Granted> send() {
    MultiMap form =
        MultiMap.caseInsensitiveMultiMap()
            .add("grant_type", "password")
            .add("client_id", "api")
            .add("username", "bench@example.com")
            .add("password", "Passw0rd.2026");
    return web.postAbs(url).sendForm(form).map(Grants::granted);
  }

  /** The same for a thread that may wait. */
  Granted await() {
    return send().toCompletionStage().toCompletableFuture().join();
  }

  private static Granted granted(HttpResponse<Buffer> answer) {
    JsonObject json = answer.bodyAsJsonObject();
    return new Granted(
        json.getString("access_token"), Instant.now().plusSeconds(json.getInteger("expires_in")));
  }

  void close() {
    web.close();
  }
}

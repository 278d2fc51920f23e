package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Signs and sends the tokens of a grant: on the event loop where that is quick, else beside it. */
record Issuing(Vertx vertx, TokenMint mint, MockSettings settings, long now) {

  void answer(HttpServerRequest http, Issue issue, TokenCounters.Request counted) {
    if (mint.isQuick(settings)) {
      send(http, make(issue), counted);
    } else {
      vertx
          .executeBlocking(() -> make(issue), false)
          .onSuccess(json -> send(http, json, counted))
          .onFailure(
              broken -> {
                counted.end("server_error");
                Answers.bare(http, 500, "unknown_error");
              });
    }
  }

  private Buffer make(Issue issue) {
    return mint.answer(issue, settings, now);
  }

  private static void send(HttpServerRequest http, Buffer json, TokenCounters.Request counted) {
    counted.granted();
    Answers.token(http, 200, json).onComplete(written -> counted.end("ok"));
  }
}

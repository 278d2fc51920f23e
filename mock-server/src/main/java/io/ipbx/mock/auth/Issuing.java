package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** Signs and sends the tokens of a grant: on the event loop where that is quick, else beside it. */
record Issuing(Vertx vertx, TokenMint mint, MockSettings settings, long now) {

  void answer(HttpExchange http, Issue issue) {
    if (mint.isQuick(settings)) {
      send(http, make(issue));
    } else {
      vertx
          .executeBlocking(() -> make(issue), false)
          .onSuccess(json -> send(http, json))
          .onFailure(broken -> Answers.serverError(http));
    }
  }

  private Buffer make(Issue issue) {
    return mint.answer(issue, settings, now);
  }

  private static void send(HttpExchange http, Buffer json) {
    http.setOutcome(HttpExchange.OK);
    Answers.token(http, 200, json);
  }
}

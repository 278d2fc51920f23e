package io.ipbx.mock.wire;

import io.ipbx.mock.control.MockClock;
import io.vertx.core.http.HttpServerRequest;

/** Makes the exchanges of one mock. */
public record Reception(MockClock clock, Gate gate, Witness witness) {

  public HttpExchange open(HttpServerRequest request) {
    return new HttpExchange(request, this);
  }
}

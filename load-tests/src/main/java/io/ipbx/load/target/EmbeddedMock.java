package io.ipbx.load.target;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** A mock of our own, on event loops of its own; the clock moves and counters are read at once. */
public final class EmbeddedMock extends ExternalMock {

  private final Vertx vertx;
  private final MockIpbx mock;

  private EmbeddedMock(Vertx vertx, MockIpbx mock) {
    super(vertx, mock.url());
    this.vertx = vertx;
    this.mock = mock;
  }

  /**
   * Starts it on a free port, of loopback unless {@code options} name another host.
   *
   * @param options members of {@link MockOptions}
   */
  public static Future<EmbeddedMock> start(JsonObject options) {
    Vertx vertx = Vertx.vertx();
    return MockIpbx.start(vertx, new MockOptions(options.copy().put("port", 0)))
        .map(mock -> new EmbeddedMock(vertx, mock))
        .recover(failure -> vertx.close().compose(closed -> Future.failedFuture(failure)));
  }

  @Override
  public String name() {
    return "embedded mock";
  }

  /** Where it listens. */
  public String url() {
    return mock.url();
  }

  @Override
  public Future<TokenCounts> stats() {
    return Future.succeededFuture(TokenCounts.of(mock.stats()));
  }

  @Override
  public Future<Void> advance(Duration by) {
    mock.clock().advance(by);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return super.close().compose(left -> vertx.close());
  }
}

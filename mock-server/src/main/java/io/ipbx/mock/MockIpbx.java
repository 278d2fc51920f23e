package io.ipbx.mock;

import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.control.MockFaults;
import io.ipbx.mock.control.MockJournal;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.impl.MockServer;
import io.ipbx.mock.portal.Accesses;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/**
 * A running mock: auth server, portal and APIs under one base URL. Every mock has a state of its
 * own, so that two in one process never see each other. All methods may be called from any thread.
 */
public interface MockIpbx extends AutoCloseable {

  /**
   * Starts a mock on {@code vertx}; the future completes once it listens.
   *
   * @throws IllegalArgumentException naming the option that is wrong and what is allowed
   */
  static Future<MockIpbx> start(Vertx vertx, MockOptions options) {
    return MockServer.start(vertx, options);
  }

  /**
   * Starts a mock with a Vert.x of its own and waits until it listens: for tests of any framework.
   * Closing it closes its Vert.x too.
   *
   * @throws IllegalArgumentException naming the option that is wrong and what is allowed
   * @throws IllegalStateException on an event loop, which must not wait
   */
  static MockIpbx start(MockOptions options) {
    return MockServer.start(options);
  }

  /** Where it is, without a slash at the end: for auth server and APIs alike. */
  String url();

  int port();

  /** The one clock by which tokens are issued, checked and expire. */
  MockClock clock();

  /** The ways in which it misbehaves; none at the start. */
  MockFaults faults();

  Accesses accesses();

  /** The requests it got. */
  MockJournal journal();

  /** What has been counted. */
  TokenStats stats();

  /** A copy of the settings in force. */
  MockSettings settings();

  /**
   * Puts {@code settings} in force for the requests that come after.
   *
   * @throws IllegalArgumentException naming the setting that is wrong and what is allowed
   */
  MockIpbx configure(MockSettings settings);

  /**
   * Ends all sessions of that access or user, those it opened for others among them.
   *
   * @return how many
   */
  int revokeUser(String email);

  /** Ends the session of that access or refresh token; whether it is one of this mock. */
  boolean revokeToken(String token);

  /** Signs with new keys from now on; the old ones stay published. */
  MockIpbx rotateKeys();

  /**
   * Back to how it started.
   *
   * @param only the parts; all of them when none is named
   */
  MockIpbx reset(MockPart... only);

  /**
   * The state as it is, to be put back by {@link #restore}, here or in another mock of the same
   * options. It holds passwords and private keys.
   *
   * @param only the parts; all of them when none is named
   */
  JsonObject snapshot(MockPart... only);

  /**
   * Puts back the parts that {@code snapshot} holds, whole or not at all: tokens issued before are
   * good again, and what came since is gone.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed; nothing is changed
   */
  MockIpbx restore(JsonObject snapshot);

  /** Stops listening once what is being answered is answered; a second time changes nothing. */
  Future<Void> stop();

  /**
   * {@link #stop() Stops} and waits for the end of it, if only for a while.
   *
   * @throws IllegalStateException on an event loop, which must not wait: use {@link #stop()}
   */
  @Override
  void close();
}

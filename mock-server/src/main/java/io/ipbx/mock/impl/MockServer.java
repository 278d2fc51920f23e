package io.ipbx.mock.impl;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.control.MockJournal;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.control.VirtualClock;
import io.ipbx.mock.journal.RequestJournal;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.portal.Accesses;
import io.ipbx.mock.portal.Portal;
import io.ipbx.mock.wire.Gate;
import io.ipbx.mock.wire.Reception;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicBoolean;

/** One mock: its state, and the event loops that serve it. */
public final class MockServer implements MockIpbx {

  private final Vertx vertx;
  private final MockOptions options;
  private final VirtualClock clock = new VirtualClock(System::currentTimeMillis);
  private volatile MockSettings settings;
  private final World world;
  private final Portal portal;
  private final AuthServer auth;
  private final ApiFront apis;
  private final Reception reception;
  private final RequestJournal journal;
  private volatile int port;
  private volatile String deployment = "";
  private final AtomicBoolean stopped = new AtomicBoolean();

  private MockServer(Vertx vertx, MockOptions options) {
    this.vertx = vertx;
    this.options = options;
    this.port = options.getPort();
    this.settings = new MockSettings(options.getSettings());
    this.world = new World(options.getSeed(), options.getCalls());
    this.portal = new Portal(world.switchboardIds(), world.users(), options.getSeed());
    this.auth = new AuthServer(vertx, this::present, clock, portal, this::url);
    this.journal = new RequestJournal(settings.getJournalSize());
    this.reception = new Reception(clock, Gate.OPEN, journal);
    this.apis = new ApiFront(vertx, auth, world, new ControlApi(this, world));
  }

  /** As {@link MockIpbx#start}. */
  public static Future<MockIpbx> start(Vertx vertx, MockOptions options) {
    MockServer server = new MockServer(vertx, new MockOptions(options).validate());
    return server.listen().map(server);
  }

  /** Port 0 is resolved by the first event loop; the others share what it got. */
  private Future<Void> listen() {
    HttpServerOptions http = ServerOptions.of(options);
    Future<Void> keys =
        vertx.executeBlocking(
            () -> {
              auth.makeKeys();
              return null;
            });
    Future<Void> front =
        vertx
            .deployVerticle(
                () ->
                    new FrontVerticle(
                        http, reception, auth, apis, this::bound, options.isVerbose()),
                loops())
            .onSuccess(id -> deployment = id)
            .mapEmpty();
    return Future.join(front, keys).mapEmpty();
  }

  private DeploymentOptions loops() {
    return new DeploymentOptions().setInstances(options.getEventLoops());
  }

  private void bound(int actualPort) {
    port = actualPort;
  }

  private MockSettings present() {
    return settings;
  }

  @Override
  public String url() {
    String scheme = options.isTls() ? "https://" : "http://";
    String host = options.getHost().equals("0.0.0.0") ? "127.0.0.1" : options.getHost();
    return scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public MockClock clock() {
    return clock;
  }

  @Override
  public Accesses accesses() {
    return portal;
  }

  @Override
  public MockJournal journal() {
    return journal;
  }

  @Override
  public TokenStats stats() {
    return auth.stats(journal.byEndpoint());
  }

  @Override
  public MockSettings settings() {
    return new MockSettings(present());
  }

  @Override
  public MockIpbx configure(MockSettings changed) {
    MockSettings wanted = new MockSettings(changed).validate();
    journal.resize(wanted.getJournalSize());
    settings = wanted;
    return this;
  }

  @Override
  public int revokeUser(String email) {
    return auth.revokeUser(email);
  }

  @Override
  public boolean revokeToken(String token) {
    return auth.revokeToken(token);
  }

  @Override
  public MockIpbx rotateKeys() {
    auth.rotateKeys();
    return this;
  }

  @Override
  public MockIpbx reset() {
    auth.resetTokens();
    auth.resetStats();
    journal.resetCounts();
    journal.clear();
    portal.reset();
    clock.reset();
    return configure(options.getSettings());
  }

  @Override
  public Future<Void> stop() {
    return stopped.compareAndSet(false, true)
        ? vertx.undeploy(deployment)
        : Future.succeededFuture();
  }
}

package io.ipbx.mock.impl;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.control.MockFaults;
import io.ipbx.mock.control.MockJournal;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.control.VirtualClock;
import io.ipbx.mock.fault.Faults;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.journal.RequestJournal;
import io.ipbx.mock.pbx.PbxApi;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.portal.Accesses;
import io.ipbx.mock.portal.Portal;
import io.ipbx.mock.remote.ControlApi;
import io.ipbx.mock.rest.RestApi;
import io.ipbx.mock.state.MockState;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.Reception;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One mock: its state, and the event loops that serve it. */
public final class MockServer implements MockIpbx {

  private static final long PATIENCE_SECONDS = 10;

  private final Vertx vertx;
  private final boolean ownsVertx;
  private final MockOptions options;
  private final VirtualClock clock = new VirtualClock(System::currentTimeMillis);
  private volatile MockSettings settings;
  private final World world;
  private final Portal portal;
  private final AuthServer auth;
  private final ApiFront apis;
  private final Faults faults;
  private final Reception reception;
  private final RequestJournal journal;
  private final StatsState stats;
  private final MockState state;
  private volatile int port;
  private volatile String url;
  private volatile String deployment = "";
  private final Future<Void> keys;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private MockServer(Vertx vertx, MockOptions options, boolean ownsVertx) {
    this.vertx = vertx;
    this.ownsVertx = ownsVertx;
    this.options = options;
    this.port = options.getPort();
    this.url = urlAt(port);
    this.settings = new MockSettings(options.getSettings());
    this.world = new World(options, clock);
    this.portal =
        new Portal(
            options.getAccesses(),
            world.switchboardIds(),
            world.users(),
            options.getSeed(),
            this::deleted);
    this.auth = new AuthServer(vertx, this::present, clock, portal, this::publicUrl);
    // At once, beside all that follows: it is what takes longest.
    this.keys =
        vertx.executeBlocking(
            () -> {
              auth.makeKeys();
              return null;
            });
    this.journal = new RequestJournal(settings.getJournalSize());
    this.faults = new Faults(vertx, clock, options.getSeed(), this::endpoints, auth);
    this.stats = new StatsState(auth, journal);
    this.state =
        new MockState(
            List.of(
                new SettingsState(this, options.getSettings()),
                new ClockState(clock),
                new WorldState(options, world),
                new AccessState(portal),
                auth.tokens(),
                stats,
                journal.state(),
                new FaultState(faults, options.getFaults())));
    this.reception = new Reception(clock, faults, journal);
    misbehave();
    this.apis =
        new ApiFront(vertx, auth, world, () -> ControlApi.load(vertx, this, world, state, journal));
  }

  private void deleted(String email) {
    auth.forget(email);
  }

  private Set<String> endpoints() {
    Stream<String> operations =
        Stream.of(PbxApi.operations(vertx, world), RestApi.operations(vertx, world))
            .flatMap(List::stream)
            .map(Operation::id);
    return Stream.concat(
            operations,
            Stream.concat(AuthServer.ENDPOINTS.stream(), Stream.of(HttpExchange.UNKNOWN)))
        .collect(Collectors.toSet());
  }

  /** As {@link MockIpbx#start}. */
  public static Future<MockIpbx> start(Vertx vertx, MockOptions options) {
    MockServer server = new MockServer(vertx, new MockOptions(options).validate(), false);
    return server.listen().map(server);
  }

  /** As {@link MockIpbx#start(MockOptions)}. */
  public static MockIpbx start(MockOptions options) {
    mayWait();
    MockOptions sound = new MockOptions(options).validate();
    Vertx vertx = Vertx.vertx();
    return Future.<MockIpbx>future(
            started -> {
              MockServer server = new MockServer(vertx, sound, true);
              server.listen().<MockIpbx>map(server).onComplete(started);
            })
        .recover(failed -> vertx.close().transform(closed -> Future.failedFuture(failed)))
        .await();
  }

  /**
   * Refuses options that a mock cannot be made of, for reasons that only a mock knows.
   *
   * @throws IllegalArgumentException naming what is wrong, and what is allowed
   */
  public static void tryOut(MockOptions options) {
    Vertx vertx = Vertx.vertx();
    try {
      new MockServer(vertx, new MockOptions(options).validate(), true).faults.clear();
    } finally {
      vertx.close().await();
    }
  }

  private void misbehave() {
    for (int i = 0; i < options.getFaults().size(); i++) {
      try {
        faults.add(options.getFaults().get(i));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException("faults[" + i + "]." + wrong.getMessage(), wrong);
      }
    }
  }

  private static void mayWait() {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an event loop must not wait for a mock");
    }
  }

  /** Port 0 is resolved by the first event loop; the others share what it got. */
  private Future<Void> listen() {
    HttpServerOptions http = ServerOptions.of(options);
    SocketAddress address = ServerOptions.address(vertx, options);
    Future<Void> front =
        vertx
            .deployVerticle(
                () ->
                    new FrontVerticle(
                        http, address, reception, auth, apis, this::bound, options.isVerbose()),
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
    url = urlAt(actualPort);
  }

  private MockSettings present() {
    return settings;
  }

  private String urlAt(int where) {
    String scheme = options.isTls() ? "https://" : "http://";
    String host = options.getHost().equals("0.0.0.0") ? "127.0.0.1" : options.getHost();
    return scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + where;
  }

  @Override
  public String url() {
    return url;
  }

  private String publicUrl() {
    return options.getPublicUrl().isEmpty() ? url : options.getPublicUrl();
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
  public MockFaults faults() {
    return faults;
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
    return stats.now();
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
  public MockIpbx reset(MockPart... only) {
    state.reset(Set.copyOf(List.of(only)));
    return this;
  }

  @Override
  public JsonObject snapshot(MockPart... only) {
    return state.snapshot(Set.copyOf(List.of(only)));
  }

  @Override
  public MockIpbx restore(JsonObject snapshot) {
    state.restore(snapshot);
    return this;
  }

  @Override
  public Future<Void> stop() {
    if (!stopped.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    // Else the stop would wait for those that a fault keeps waiting.
    faults.clear();
    // A Vert.x that was closed before the mock has stopped it already.
    Future<Void> silent =
        vertx.deploymentIDs().contains(deployment)
            ? vertx.undeploy(deployment)
            : Future.succeededFuture();
    if (!ownsVertx) {
      return silent;
    }
    // Of no context: a closed event loop tells nobody anything.
    Promise<Void> closed = Promise.promise();
    silent.onComplete(end -> vertx.close().onComplete(closed));
    return closed.future();
  }

  @Override
  public void close() {
    mayWait();
    try {
      stop().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("the mock is still answering", late);
    }
  }
}

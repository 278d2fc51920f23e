package io.ipbx.load.run;

import io.ipbx.load.client.Assignment;
import io.ipbx.load.client.Session;
import io.ipbx.load.client.ShiftedTime;
import io.ipbx.load.engine.Load;
import io.ipbx.load.engine.LoadEngine;
import io.ipbx.load.engine.Loops;
import io.ipbx.load.engine.Measurement;
import io.ipbx.load.engine.Recording;
import io.ipbx.load.engine.Rounds;
import io.ipbx.load.engine.Work;
import io.ipbx.load.scenario.Plan;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The calls that this process makes in a run: all, or a share. */
public final class LocalStint implements Stint, Pulse {

  private static final int WARM_UP_CALLERS = 200;

  private final Vertx vertx;
  private final LoadEngine engine;
  private final Mission mission;
  private final Plan plan;
  private final Share share;
  private final @Nullable TokenStore store;
  private final String space;
  private final ShiftedTime time;
  private final FlightRelay relay = new FlightRelay();
  private final List<Consumer<Recording>> milestones = new CopyOnWriteArrayList<>();
  private final List<RunStore> written = new CopyOnWriteArrayList<>();
  private volatile @Nullable Session session;
  private volatile @Nullable Recording recording;
  private volatile @Nullable FlightLog flights;

  LocalStint(
      Vertx vertx,
      LoadEngine engine,
      Mission mission,
      Share share,
      @Nullable TokenStore store,
      String space) {
    this.vertx = vertx;
    this.engine = engine;
    this.mission = mission;
    this.plan = mission.plan();
    this.share = share;
    this.store = store;
    this.space = space;
    this.time = new ShiftedTime(Time.system(vertx));
  }

  private Session session(String use, TokenListener listener, Time clock) {
    RunStore own = store == null ? null : new RunStore(store, space + use);
    if (own != null) {
      written.add(own);
    }
    return mission
        .contender()
        .open(
            vertx,
            new Assignment(
                mission.clientOptions(),
                mission.usernames(),
                IntStream.range(0, plan.subjects()).mapToObj(Subjects::email).toList(),
                plan.path(),
                listener,
                clock,
                own,
                plan.clients()));
  }

  /** Callers of a share bear their numbers among all, so that they are spread as all are. */
  private Work work(Session with) {
    long first = share.firstCaller(plan);
    return caller -> with.call(first + caller);
  }

  @Override
  public Future<Void> warmUp() {
    Session thrownAway = session("warm-up", event -> {}, Time.system(vertx));
    Load load = new Loops(WARM_UP_CALLERS, 0, plan.warmUp());
    return engine.run(load, work(thrownAway), unread("warm-up")).eventually(thrownAway::close);
  }

  @Override
  public Future<Void> open() {
    Session opened = session("", relay, time);
    session = opened;
    return plan.tokensFirst() ? fetchTokens(opened) : Future.succeededFuture();
  }

  /** Every identity's first call, before anything is counted. */
  private Future<Void> fetchTokens(Session with) {
    Recording unread = unread("first tokens");
    return engine
        .run(new Rounds(share.firstCalls(plan), 1), work(with), unread)
        .compose(
            ended ->
                unread.failed() == 0
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new IllegalStateException(
                            "no token to begin with: "
                                + unread.failed()
                                + " first calls failed, "
                                + unread.read().errors())));
  }

  private static Recording unread(String name) {
    return new Recording(name, System::nanoTime, FailureKinds::of);
  }

  @Override
  public void after(long calls, Runnable action) {
    milestones.add(begun -> begun.after(calls, action));
  }

  @Override
  public Duration lead() {
    return Duration.ZERO;
  }

  @Override
  public Future<Void> start(IntFunction<Future<Void>> beforeRound) {
    return start(
        System.nanoTime(), round -> beforeRound.apply(round).map(ready -> System.nanoTime()));
  }

  /**
   * Starts, perhaps together with others.
   *
   * @param began the instant from which calls are due, by {@link System#nanoTime}
   * @param rounds tells the instant of each round
   */
  public Future<Void> start(long began, IntFunction<Future<Long>> rounds) {
    Session opened = Objects.requireNonNull(session, "not open");
    Recording begun = new Recording(plan.firstPhase(), System::nanoTime, began, FailureKinds::of);
    milestones.forEach(milestone -> milestone.accept(begun));
    FlightLog log = new FlightLog(() -> System.nanoTime() - began);
    flights = log;
    relay.to(log);
    recording = begun;
    return engine.run(share.load(plan), work(opened), begun, began, rounds);
  }

  private Recording recording() {
    return Objects.requireNonNull(recording, "not started");
  }

  @Override
  public Future<Void> phase(String name) {
    recording().phase(name);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> advance(Duration by) {
    time.advance(by);
    return Future.succeededFuture();
  }

  @Override
  public Pulse pulse() {
    return this;
  }

  @Override
  public List<Measurement.Interval> over() {
    return List.of(sample(latencies -> {}));
  }

  /**
   * Ends an interval of the timeline.
   *
   * @param reader is shown its latencies, and must not keep them
   */
  public Measurement.Interval sample(Consumer<Histogram> reader) {
    return recording().sample(reader);
  }

  @Override
  public long ended() {
    return recording().ended();
  }

  @Override
  public long failed() {
    return recording().failed();
  }

  @Override
  public Future<Outcome> stop() {
    recording().close();
    return Future.succeededFuture(
        new Outcome(
            recording().read(),
            engine.eventLoops(),
            Objects.requireNonNull(flights).flights(),
            List.of()));
  }

  @Override
  public Future<Void> close() {
    Recording calling = recording;
    if (calling != null) {
      calling.close();
    }
    Session open = session;
    return (open == null ? Future.<Void>succeededFuture() : open.close())
        .eventually(() -> Future.join(written.stream().map(RunStore::clear).toList()));
  }
}

package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.LoggedOutException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenStatus;
import io.ipbx.sdk.auth.impl.AuthSettings.Restraint;
import io.ipbx.sdk.testing.ManualTime;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does the same to the engine and to the model, and compares the two after each step. */
final class ModelRun implements TokenSource {

  private final Context caller;
  private final ManualTime time = new ManualTime();
  private final EngineContext engine;
  private final IdentityTokens tokens;
  private final ReferenceModel model = new ReferenceModel(time::nanoTime);
  private final List<TokenEvent> events = new CopyOnWriteArrayList<>();
  private final List<Flight> flights = new CopyOnWriteArrayList<>();
  private final List<Promise<TokenSet>> answers = new CopyOnWriteArrayList<>();
  private final List<String> presented = new CopyOnWriteArrayList<>();
  private final Map<Future<AccessToken>, ReferenceModel.Call> calls = new LinkedHashMap<>();
  private final List<IssuedToken> issued = new ArrayList<>();

  ModelRun(Vertx vertx, Context caller, long seed) {
    this.caller = caller;
    this.engine =
        new EngineContext(vertx, time, events::add, Duration.ofNanos(ReferenceModel.DEADLINE));
    Restraint restraint =
        new Restraint(Duration.ofSeconds(1), Duration.ofSeconds(64), Duration.ofMinutes(1));
    this.tokens =
        new IdentityTokens(
            new TokenIdentity("auth", "api", "access", null),
            this,
            Runway.PRIVATE,
            engine,
            new Backoff(restraint, new SplittableRandom(seed)),
            new KeepWarm(engine, false, Duration.ZERO));
  }

  @Override
  public Future<TokenSet> fetch(Flight flight, TokenSet held) {
    Promise<TokenSet> answer = Promise.promise();
    presented.add(String.valueOf(held.presentable(time.nanoTime())));
    flights.add(flight);
    answers.add(answer);
    return answer.future();
  }

  void apply(ModelStep step) {
    boolean flying = model.inFlight;
    switch (step.kind()) {
      case CURRENT -> calls.put(onCaller(tokens::current), model.current());
      case REFRESH -> calls.put(onCaller(tokens::refresh), model.refresh());
      case LAND, LAND_WITHOUT_REFRESH_TOKEN -> {
        if (flying) {
          land(step);
        }
      }
      case FAIL, FAIL_WITH_RETRY_AFTER, FAIL_EXCUSED -> {
        if (flying) {
          fail(step);
        }
      }
      case LATE_LANDING -> {
        if (answers.size() > 1) {
          answers.get(answers.size() - 2).tryComplete(tokenSet(step, "late"));
        }
      }
      case INVALIDATE_PRESENT -> invalidate(model.token());
      case INVALIDATE_OLD -> invalidate(model.token() - 1);
      case REFRESH_TOKEN_REFUSED -> refuse();
      case PASS -> pass(step.size() * ReferenceModel.SECOND);
      case LOGOUT -> {
        tokens.ground(new LoggedOutException("logged out"));
        model.logout();
      }
      case CLOSE -> {
        engine.close();
        tokens.ground(engine.closedError());
        model.close();
      }
    }
    settle();
    compare(step);
  }

  private Future<AccessToken> onCaller(java.util.function.Supplier<Future<AccessToken>> call) {
    Promise<Future<AccessToken>> made = Promise.promise();
    caller.runOnContext(go -> made.complete(call.get()));
    settle();
    Future<AccessToken> future = made.future().result();
    // The same future may be given twice: each call is another entry all the same.
    return future.map(token -> token);
  }

  private void land(ModelStep step) {
    boolean refreshable = step.kind() == ModelStep.Kind.LAND;
    String refreshToken = refreshable ? "refresh-" + issued.size() : null;
    TokenSet set = tokenSet(step, refreshToken);
    answers.get(answers.size() - 1).complete(set);
    model.land(issued.size(), step.size() * ReferenceModel.SECOND, refreshToken);
  }

  private TokenSet tokenSet(ModelStep step, @Nullable String refreshToken) {
    boolean late = step.kind() == ModelStep.Kind.LATE_LANDING;
    Duration life = Duration.ofSeconds(step.size());
    IssuedToken token =
        new IssuedToken(
            late ? "late" : "token-" + (issued.size() + 1),
            life,
            time.nanoTime(),
            life.multipliedBy(9).dividedBy(10),
            life.multipliedBy(8).dividedBy(10),
            time.instant());
    if (!late) {
      issued.add(token);
    }
    return new TokenSet(
        token, refreshToken, time.nanoTime() + Duration.ofDays(365).toNanos(), Grant.REFRESH);
  }

  private void fail(ModelStep step) {
    boolean excused = step.kind() == ModelStep.Kind.FAIL_EXCUSED;
    boolean told = step.kind() == ModelStep.Kind.FAIL_WITH_RETRY_AFTER;
    Duration retryAfter = told ? Duration.ofSeconds(step.size()) : Duration.ZERO;
    if (excused) {
      flights.get(flights.size() - 1).excuse();
    }
    answers
        .get(answers.size() - 1)
        .fail(new ServerErrorException("503", retryAfter, ErrorDetail.NONE));
    settle();
    model.fail("ServerErrorException", excused ? null : pauseTold(retryAfter));
  }

  /** The pause is random: that it is within its bounds is what can be said of it. */
  private long pauseTold(Duration retryAfter) {
    List<TokenEvent> told = events.stream().filter(TokenEvent.BackedOff.class::isInstance).toList();
    Duration pause = ((TokenEvent.BackedOff) told.get(told.size() - 1)).pause();
    Duration most = Duration.ofSeconds(64);
    assertThat(pause)
        .isBetween(Duration.ofSeconds(1), retryAfter.compareTo(most) > 0 ? retryAfter : most)
        .isGreaterThanOrEqualTo(retryAfter);
    return pause.toNanos();
  }

  private void invalidate(int number) {
    if (number > 0 && number <= issued.size()) {
      assertThat(tokens.invalidate(issued.get(number - 1))).isEqualTo(model.invalidate(number));
    }
  }

  private void refuse() {
    String refused = model.refreshToken;
    if (refused != null) {
      tokens.forgetRefresh(refused);
      model.refuse(refused);
    }
  }

  private void pass(long nanos) {
    time.advance(Duration.ofNanos(nanos));
    settle();
    if (model.overdue()) {
      model.fail("RequestTimeoutException", pauseTold(Duration.ZERO));
    }
  }

  /** Lets everything that was set going come to rest: caller, engine, and back. */
  private void settle() {
    for (int i = 0; i < 3; i++) {
      CountDownLatch rest = new CountDownLatch(1);
      engine.run(() -> caller.runOnContext(done -> rest.countDown()));
      try {
        assertThat(rest.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }
  }

  private void compare(ModelStep step) {
    calls.forEach(
        (future, call) -> assertThat(outcome(future)).as("%s", step).isEqualTo(call.outcome));
    calls.keySet().removeIf(Future::isComplete);
    TokenStatus status = tokens.status();
    assertThat(status.inFlight()).as("in flight after %s", step).isEqualTo(model.inFlight);
    assertThat(status.remaining() != null).as("usable after %s", step).isEqualTo(model.usable());
    assertThat(status.pause().toNanos()).as("pause after %s", step).isEqualTo(model.pause());
    assertThat(presented).as("flights after %s", step).hasSize(model.flights);
    if (model.flights > 0) {
      assertThat(presented.get(model.flights - 1)).isEqualTo(String.valueOf(model.presented));
    }
    assertThat(tokens.refreshToken())
        .as("refresh token after %s", step)
        .isEqualTo(model.refreshToken);
    assertThat(time.pendingTimers()).as("timers after %s", step).isEqualTo(model.inFlight ? 1 : 0);
    assertThat(count(TokenEvent.FlightStarted.class))
        .as("flights told after %s", step)
        .isEqualTo(
            count(TokenEvent.FlightLanded.class)
                + count(TokenEvent.FlightFailed.class)
                + (model.inFlight ? 1 : 0));
  }

  private long count(Class<? extends TokenEvent> type) {
    return events.stream().filter(type::isInstance).count();
  }

  private static @Nullable String outcome(Future<AccessToken> future) {
    if (!future.isComplete()) {
      return null;
    }
    return future.succeeded() ? future.result().value() : future.cause().getClass().getSimpleName();
  }
}

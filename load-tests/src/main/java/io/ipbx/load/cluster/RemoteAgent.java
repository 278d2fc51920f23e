package io.ipbx.load.cluster;

import io.ipbx.load.engine.Measurement;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An agent in one run, as its leader knows it. */
final class RemoteAgent {

  /** What an agent said of itself. */
  record Presence(String name, String address, String node) {}

  /** The agent is there no more. */
  static final class LostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostException(String message) {
      super(message, null, false, false);
    }
  }

  private static final int CLOCK_LOOKS = 8;
  private static final Duration CLOCK_PATIENCE = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Context home;
  private final Presence presence;
  private final Promise<Void> gone = Promise.promise();
  private volatile @Nullable String lost;
  private volatile long heard = System.nanoTime();
  private long ahead;
  private long roundTrip = Long.MAX_VALUE;
  private long late;
  private long ended;
  private long failed;

  /**
   * @param home where answers are dealt with, in the order in which they come
   */
  RemoteAgent(Vertx vertx, Context home, Presence presence) {
    this.vertx = vertx;
    this.home = home;
    this.presence = presence;
  }

  Presence presence() {
    return presence;
  }

  String name() {
    return presence.name();
  }

  boolean isHere() {
    return lost == null;
  }

  /** Why it is not here; null when it is. */
  @Nullable String lost() {
    return lost;
  }

  /** Whether it was here until now. */
  boolean lose(String why) {
    synchronized (this) {
      if (lost != null) {
        return false;
      }
      lost = why;
    }
    home.runOnContext(left -> gone.fail(new LostException(name() + " " + why)));
    return true;
  }

  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  /** Takes a sign of life; its interval, when it has begun to call. */
  void hear(JsonObject beat) {
    heard = System.nanoTime();
    if (beat.containsKey("late")) {
      late = beat.getLong("late");
      ended += beat.getLong("ended");
      failed += beat.getLong("failed");
    }
  }

  /** Gives an order; fails when it is refused, or the agent is lost before it has answered. */
  Future<JsonObject> ask(JsonObject order, Duration patience) {
    Promise<JsonObject> answer = Promise.promise();
    home.runOnContext(
        go -> {
          gone.future().onFailure(answer::tryFail);
          request(order, patience)
              .onSuccess(answer::tryComplete)
              .onFailure(failure -> refused(failure, answer));
        });
    return answer.future();
  }

  private Future<JsonObject> request(JsonObject order, Duration patience) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(patience.toMillis());
    return vertx
        .eventBus()
        .<JsonObject>request(presence.address(), order, options)
        .map(Message::body);
  }

  private void refused(Throwable failure, Promise<JsonObject> answer) {
    if (failure instanceof ReplyException reply
        && reply.failureType() == ReplyFailure.RECIPIENT_FAILURE) {
      answer.tryFail(new IllegalStateException(name() + ": " + reply.getMessage()));
    } else {
      lose("does not answer");
    }
  }

  /** Gives an order to who may be there all the same, and does not wait for an answer. */
  void tell(JsonObject order) {
    vertx.eventBus().send(presence.address(), order);
  }

  /**
   * Finds out how far its clock is ahead of ours, by the quickest of several looks: half of its
   * round trip is what it may be wrong by.
   */
  Future<Void> compareClocks() {
    Future<Void> all = Future.succeededFuture();
    for (int look = 0; look < CLOCK_LOOKS; look++) {
      all = all.compose(next -> lookAtClock());
    }
    return all.compose(
        looked -> {
          if (roundTrip == Long.MAX_VALUE) {
            lose("does not tell its time");
            return gone.future();
          }
          return Future.succeededFuture();
        });
  }

  /** One that is not answered in time is no worse than one that takes long. */
  private Future<Void> lookAtClock() {
    long asked = System.nanoTime();
    return request(Wire.message("clock"), CLOCK_PATIENCE)
        .onSuccess(
            answer -> {
              long trip = System.nanoTime() - asked;
              if (trip < roundTrip) {
                roundTrip = trip;
                ahead = answer.getLong("nanos") - (asked + trip / 2);
              }
            })
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** An instant of our clock, by its clock. */
  long theirs(long nanoTime) {
    return nanoTime + ahead;
  }

  /** How much later than it should it began to call, at the worst of its beginnings. */
  long late() {
    return late;
  }

  long clockError() {
    return roundTrip / 2;
  }

  long ended() {
    return ended;
  }

  long failed() {
    return failed;
  }

  static Measurement.Interval interval(JsonObject beat) {
    return new Measurement.Interval(
        beat.getLong("end"),
        beat.getLong("started"),
        beat.getLong("ended"),
        beat.getLong("failed"),
        0,
        0,
        0);
  }
}

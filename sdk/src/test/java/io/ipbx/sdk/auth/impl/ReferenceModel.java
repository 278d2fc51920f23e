package io.ipbx.sdk.auth.impl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What an identity is to do, told as plainly as possible: one thread, no futures, no events. */
final class ReferenceModel {

  static final long SECOND = 1_000_000_000L;
  static final long DEADLINE = 20 * SECOND;

  /** What became of a call: a token's number, a failure's name, or null while it waits. */
  static final class Call {
    @Nullable String outcome;
  }

  private final LongSupplier clock;
  private final List<Call> waiting = new ArrayList<>();
  private boolean closed;
  private int token;
  private long usableUntil;
  private long dueFrom;
  private long flightUntil;
  private long pausedUntil;

  int flights;
  boolean inFlight;
  @Nullable String refreshToken;
  @Nullable String presented;

  ReferenceModel(LongSupplier clock) {
    this.clock = clock;
    this.pausedUntil = clock.getAsLong();
  }

  private long now() {
    return clock.getAsLong();
  }

  boolean usable() {
    return token > 0 && usableUntil - now() > 0;
  }

  long pause() {
    return Math.max(0, pausedUntil - now());
  }

  int token() {
    return token;
  }

  Call current() {
    Call call = new Call();
    if (usable()) {
      call.outcome = "token-" + token;
      if (dueFrom - now() <= 0 && !inFlight && pause() == 0) {
        start();
      }
      return call;
    }
    return await(call);
  }

  Call refresh() {
    return await(new Call());
  }

  private Call await(Call call) {
    if (closed) {
      call.outcome = "ClientClosedException";
    } else if (inFlight) {
      waiting.add(call);
    } else if (pause() > 0) {
      call.outcome = "TokenPausedException";
    } else {
      start();
      waiting.add(call);
    }
    return call;
  }

  private void start() {
    flights++;
    inFlight = true;
    flightUntil = now() + DEADLINE;
    presented = refreshToken;
  }

  void land(int number, long life, @Nullable String newRefreshToken) {
    token = number;
    usableUntil = now() + life * 9 / 10;
    dueFrom = now() + life * 8 / 10;
    refreshToken = newRefreshToken != null ? newRefreshToken : refreshToken;
    pausedUntil = now();
    end("token-" + number);
  }

  /**
   * @param pause null to leave it as it was
   */
  void fail(String failure, @Nullable Long pause) {
    if (pause != null) {
      pausedUntil = now() + pause;
    }
    end(failure);
  }

  /** Whether the flight has come to its deadline. */
  boolean overdue() {
    return inFlight && flightUntil - now() <= 0;
  }

  private void end(String outcome) {
    inFlight = false;
    waiting.forEach(call -> call.outcome = outcome);
    waiting.clear();
  }

  boolean invalidate(int number) {
    boolean present = token == number && number > 0;
    token = present ? 0 : token;
    return present;
  }

  void refuse(String refused) {
    refreshToken = refused.equals(refreshToken) ? null : refreshToken;
  }

  void logout() {
    token = 0;
    refreshToken = null;
    end("LoggedOutException");
  }

  void close() {
    closed = true;
    token = 0;
    refreshToken = null;
    end("ClientClosedException");
  }
}

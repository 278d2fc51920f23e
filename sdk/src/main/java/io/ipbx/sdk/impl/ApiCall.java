package io.ipbx.sdk.impl;

import io.ipbx.sdk.BodyNotReplayableException;
import io.ipbx.sdk.CallEvent;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.impl.CallTokens;
import io.ipbx.sdk.auth.impl.Failures;
import io.ipbx.sdk.auth.impl.StopSwitch;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API: a token, the request, after a 401 another token and the request again; after
 * a failure that may pass a pause, and the same anew. Ends once, at its deadline at the latest, and
 * leaves nothing on the wire then.
 */
final class ApiCall {

  private static final int UNAUTHORIZED = 401;

  private final Dispatcher way;
  private final IpbxRequest request;
  private final CallTokens tokens;
  private final String correlationId;
  private final Duration timeout;
  private final boolean keepOpen;
  private final long started;
  private final @Nullable Context caller = Vertx.currentContext();
  private final Promise<HttpResponse<Buffer>> outcome = Promise.promise();
  private final StopSwitch step = new StopSwitch();
  private @Nullable Scheduled deadline;
  private @Nullable IpbxException lastFailure;
  private boolean waitingForToken;
  private boolean replayed;
  private int retries;

  /**
   * @param keepOpen whether the body of a 2xx answer is left to be read
   */
  ApiCall(
      Dispatcher way,
      IpbxRequest request,
      CallTokens tokens,
      String id,
      Duration timeout,
      boolean keepOpen) {
    this.way = way;
    this.request = request;
    this.tokens = tokens;
    this.correlationId = id;
    this.timeout = timeout;
    this.keepOpen = keepOpen;
    this.started = way.time().nanoTime();
  }

  Future<HttpResponse<Buffer>> start() {
    if (request.stream() != null) {
      // What it emits before there is a token would be lost.
      request.stream().pause();
    }
    deadline = way.time().schedule(timeout, () -> onCallersContext(this::tooLate));
    attempt();
    return outcome.future();
  }

  private void attempt() {
    waitingForToken = true;
    token().onSuccess(ready -> connect());
  }

  private Future<AccessToken> token() {
    waitingForToken = true;
    return tokens
        .current()
        .onComplete(ready -> waitingForToken = false, failure -> fail(Failures.typed(failure)));
  }

  /**
   * The token is looked up once more when there is a connection: the wait for one can be longer
   * than the rest of a token's life, and meanwhile there may be a newer one.
   */
  private void connect() {
    if (step.isFlipped()) {
      return;
    }
    ApiExchange exchange = new ApiExchange(request, correlationId, keepOpen ? timeout : null);
    step.arm(exchange::abort);
    exchange
        .over(way.connect(request), this::token)
        .onComplete(
            this::read, failure -> recover(way.failure(failure, unanswered()), Duration.ZERO));
  }

  private void read(ApiAnswer answer) {
    if (answer.isOfTheApi()) {
      tokens.accepted(answer.token());
    }
    if (answer.status() == UNAUTHORIZED && !replayed) {
      replay(answer);
    } else if (answer.isSuccess()) {
      way.retries().budget().earn();
      end(answer.response());
    } else {
      recover(answer);
    }
  }

  private void recover(ApiAnswer answer) {
    recover(answer.error(way.time().instant()), answer.retryAfter(way.time().instant()));
  }

  /** After a 401: only the token that was sent is put aside, a newer one is used as it is. */
  private void replay(ApiAnswer unauthorized) {
    replayed = true;
    boolean another = tokens.refused(unauthorized.token());
    if (request.stream() != null) {
      fail(
          new BodyNotReplayableException(
              request + " got 401 after its one-shot body was sent: send it anew"));
    } else if (another) {
      attempt();
    } else {
      recover(unauthorized);
    }
  }

  /** Sends the request again where that is allowed and there is time for it, else gives up. */
  private void recover(IpbxException failure, Duration retryAfter) {
    if (step.isFlipped()) {
      return;
    }
    if (!way.retries().allow(request, failure, retries)) {
      fail(failure);
      return;
    }
    Duration pause = way.retries().pause(retries + 1, retryAfter);
    if (timeout.toNanos() - elapsed() <= pause.toNanos()) {
      fail(failure);
    } else if (!way.retries().budget().spend()) {
      way.tell(new CallEvent.RetryBudgetExhausted(request.method(), failure));
      fail(failure);
    } else {
      rest(failure, pause);
    }
  }

  private void rest(IpbxException failure, Duration pause) {
    retries++;
    lastFailure = failure;
    Scheduled timer = way.time().schedule(pause, () -> onCallersContext(this::resume));
    way.resting(this);
    step.arm(
        () -> {
          timer.cancel();
          way.restless(this);
        });
    way.tell(new CallEvent.Retrying(request.method(), failure, retries, pause));
  }

  private void resume() {
    way.restless(this);
    if (!step.isFlipped()) {
      attempt();
    }
  }

  /** The client is closed while this call rests. */
  void close() {
    onCallersContext(() -> fail(way.closedError()));
  }

  private void tooLate() {
    String what = waitingForToken ? "no token" : "no answer";
    fail(
        new RequestTimeoutException(
            what + " within the request's " + timeout, unanswered(), lastFailure));
  }

  private ErrorDetail unanswered() {
    return new ErrorDetail(0, null, correlationId);
  }

  private void end(HttpResponse<Buffer> response) {
    if (step.flip()) {
      over(response.statusCode(), null);
      outcome.complete(response);
    }
  }

  private void fail(IpbxException failure) {
    if (step.flip()) {
      over(failure.status(), failure);
      outcome.fail(failure);
    }
  }

  private void over(int status, @Nullable IpbxException failure) {
    if (deadline != null) {
      deadline.cancel();
    }
    if (way.isWatched()) {
      Duration took = Duration.ofNanos(elapsed());
      way.tell(new CallEvent.Ended(request.method(), status, failure, retries, took));
    }
  }

  private long elapsed() {
    return way.time().nanoTime() - started;
  }

  private void onCallersContext(Runnable action) {
    if (caller == null) {
      action.run();
      return;
    }
    try {
      caller.runOnContext(ignored -> action.run());
    } catch (RejectedExecutionException gone) {
      // The caller's own worker pool is closed: whoever still listens is told on this thread.
      action.run();
    }
  }
}

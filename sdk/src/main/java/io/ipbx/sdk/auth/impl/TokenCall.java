package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One POST to the auth server and its answer. Lives on the engine's context, but may be aborted
 * from anywhere. Ends with the whole answer or a failure; after that nothing of it is left on the
 * wire.
 */
final class TokenCall {

  private static final int LONGEST_ANSWER = 1 << 20;

  private final Time time;
  private final long sent;
  private final Promise<TokenReply> reply = Promise.promise();
  private final StopSwitch limit = new StopSwitch();
  private volatile @Nullable HttpClientRequest request;

  TokenCall(Time time) {
    this.time = time;
    this.sent = time.nanoTime();
  }

  /**
   * @param allowed for the answer, from when there is a connection: until then it may stand in a
   *     queue, and the server has not been asked
   */
  Future<TokenReply> send(Future<HttpClientRequest> connection, Buffer body, Duration allowed) {
    connection.onComplete(
        made -> {
          // First this and then the look: an abort on another thread sees the one or the other.
          request = made;
          made.exceptionHandler(this::broken);
          if (reply.future().isComplete()) {
            made.reset();
          } else {
            limitTo(allowed);
            made.send(body).onComplete(this::read, this::broken);
          }
        },
        this::broken);
    return reply.future().onComplete(over -> limit.flip());
  }

  /** Ends the call; without effect once it is over. */
  void abort(IpbxException why) {
    boolean running = reply.tryFail(why);
    HttpClientRequest made = request;
    if (running && made != null) {
      made.reset();
    }
  }

  private void limitTo(Duration allowed) {
    limit.arm(time.schedule(allowed, () -> abort(overdue(allowed)))::cancel);
  }

  private static RequestTimeoutException overdue(Duration allowed) {
    return new RequestTimeoutException("no answer from the auth server within " + allowed, null);
  }

  private void read(HttpClientResponse response) {
    Buffer body = Buffer.buffer();
    response.handler(
        part -> {
          if (body.length() + part.length() > LONGEST_ANSWER) {
            abort(
                new UnexpectedReplyException(
                    "the auth server's answer is longer than " + LONGEST_ANSWER + " bytes",
                    new ErrorDetail(response.statusCode(), null, null)));
          } else {
            body.appendBuffer(part);
          }
        });
    response.exceptionHandler(this::broken);
    response.endHandler(
        end ->
            reply.tryComplete(
                new TokenReply(response.statusCode(), response.headers(), body, sent)));
  }

  private void broken(Throwable cause) {
    reply.tryFail(Failures.unanswered(cause, ErrorDetail.NONE));
  }
}

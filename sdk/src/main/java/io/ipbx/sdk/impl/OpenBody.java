package io.ipbx.sdk.impl;

import io.ipbx.sdk.BodyStream;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A body as it comes over its connection. */
final class OpenBody implements BodyStream {

  private final HttpClientResponse response;
  private final UnaryOperator<Throwable> meaning;
  private @Nullable Throwable failure;
  private @Nullable Handler<Throwable> failureHandler;

  /**
   * @param meaning of a failure, to whoever reads
   */
  OpenBody(HttpClientResponse response, UnaryOperator<Throwable> meaning) {
    this.response = response;
    this.meaning = meaning;
    response.exceptionHandler(this::fail);
  }

  /** Kept until somebody wants to know: it may come before the body is read. */
  private void fail(Throwable cause) {
    Handler<Throwable> told;
    synchronized (this) {
      if (failure != null) {
        return;
      }
      failure = meaning.apply(cause);
      told = failureHandler;
    }
    // What has come over a connection that is gone stays in it for as long as nobody takes it.
    response.handler(null).endHandler(null).resume();
    if (told != null) {
      told.handle(failure);
    }
  }

  @Override
  public int status() {
    return response.statusCode();
  }

  @Override
  public MultiMap headers() {
    return response.headers();
  }

  @Override
  public void close() {
    response.request().reset();
  }

  @Override
  public BodyStream exceptionHandler(@Nullable Handler<Throwable> handler) {
    Throwable past;
    synchronized (this) {
      failureHandler = handler;
      past = failure;
    }
    if (past != null && handler != null) {
      handler.handle(past);
    }
    return this;
  }

  @Override
  public BodyStream handler(@Nullable Handler<Buffer> handler) {
    return unlessFailed(() -> response.handler(handler));
  }

  @Override
  public BodyStream pause() {
    return unlessFailed(response::pause);
  }

  @Override
  public BodyStream resume() {
    return unlessFailed(response::resume);
  }

  @Override
  public BodyStream fetch(long amount) {
    return unlessFailed(() -> response.fetch(amount));
  }

  @Override
  public BodyStream endHandler(@Nullable Handler<Void> handler) {
    return unlessFailed(() -> response.endHandler(handler));
  }

  /** A response that has failed is drained, and may refuse to be read any more. */
  private BodyStream unlessFailed(Runnable read) {
    if (!hasFailed()) {
      read.run();
    }
    return this;
  }

  private synchronized boolean hasFailed() {
    return failure != null;
  }
}

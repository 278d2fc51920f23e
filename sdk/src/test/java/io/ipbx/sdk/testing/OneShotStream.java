package io.ipbx.sdk.testing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Emits its bytes once, as soon as it may. */
public final class OneShotStream implements ReadStream<Buffer> {

  private final Buffer bytes;
  private boolean paused;
  private boolean pausedFirst;
  private boolean emitted;
  private @Nullable Throwable failure;
  private @Nullable Handler<Throwable> failureHandler;
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Void> endHandler;

  private OneShotStream(Buffer bytes) {
    this.bytes = bytes;
  }

  public static OneShotStream of(String text) {
    return new OneShotStream(Buffer.buffer(text));
  }

  /** Emits half of what it should, then fails. */
  public static OneShotStream broken() {
    OneShotStream stream = of("half");
    stream.failure = new IOException("the disk is gone");
    return stream;
  }

  /** Whether it was told to wait before anyone listened. */
  public boolean wasPausedFirst() {
    return pausedFirst;
  }

  private void emit() {
    if (!paused && !emitted && handler != null && endHandler != null) {
      emitted = true;
      handler.handle(bytes);
      if (failure != null && failureHandler != null) {
        failureHandler.handle(failure);
      } else {
        endHandler.handle(null);
      }
    }
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    this.handler = handler;
    emit();
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    pausedFirst |= handler == null;
    paused = true;
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    paused = false;
    emit();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    return resume();
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    this.failureHandler = handler;
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> endHandler) {
    this.endHandler = endHandler;
    emit();
    return this;
  }
}

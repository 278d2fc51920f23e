package io.ipbx.sdk.impl;

import io.ipbx.sdk.auth.impl.TokenEngine;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.internal.CloseFuture;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What a client shares with those it impersonates, and closes once. */
final class Connections implements io.vertx.core.Closeable {

  private final TokenEngine engine;
  private final Dispatcher dispatcher;
  private final HttpClientAgent auth;
  private final HttpClientAgent api;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Promise<Void> closed = Promise.promise();
  private @Nullable CloseFuture owner;

  Connections(
      TokenEngine engine, Dispatcher dispatcher, HttpClientAgent auth, HttpClientAgent api) {
    this.engine = engine;
    this.dispatcher = dispatcher;
    this.auth = auth;
    this.api = api;
  }

  /** Closes when {@code owner} does: the verticle that made the client, or Vert.x. */
  void closeWith(CloseFuture owner) {
    this.owner = owner;
    owner.add(this);
  }

  TokenEngine engine() {
    return engine;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Complete on the context of the caller, if he has one. */
  Future<Void> close() {
    Future<Void> end = release();
    ContextInternal caller = ContextInternal.current();
    if (caller == null) {
      return end;
    }
    PromiseInternal<Void> told = caller.promise();
    end.onComplete(told);
    return told.future();
  }

  private Future<Void> release() {
    if (closing.compareAndSet(false, true)) {
      if (owner != null) {
        owner.remove(this);
      }
      dispatcher.close();
      Future<Void> released = engine.close();
      Future.join(released, auth.close(), api.close()).<Void>mapEmpty().onComplete(closed);
    }
    return closed.future();
  }

  @Override
  public void close(Completable<Void> completion) {
    release().onComplete(completion);
  }
}

package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.TokenUnavailableException;
import io.ipbx.sdk.auth.Credentials;
import io.vertx.core.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the application for credentials, whatever its supplier does and wherever it answers. */
final class SuppliedCredentials {

  private final Supplier<Future<Credentials>> supplier;
  private final EngineContext engine;
  private final boolean mayChange;

  /**
   * @param mayChange whether it is worth asking again after some were rejected
   */
  SuppliedCredentials(
      Supplier<Future<Credentials>> supplier, EngineContext engine, boolean mayChange) {
    this.supplier = supplier;
    this.engine = engine;
    this.mayChange = mayChange;
  }

  boolean mayChange() {
    return mayChange;
  }

  /** Called on the engine's context, and complete there: a flight must not move to another. */
  Future<Credentials> ask() {
    return engine
        .onCallerContext(supplied())
        .compose(
            given -> given != null ? Future.succeededFuture(given) : failed("it gave nothing"),
            failure ->
                Future.failedFuture(
                    new TokenUnavailableException("the credentials supplier failed", failure)));
  }

  private Future<Credentials> supplied() {
    try {
      @Nullable Future<Credentials> supplied = supplier.get();
      return supplied != null ? supplied : Future.failedFuture("it returned null");
    } catch (RuntimeException | LinkageError failure) {
      return Future.failedFuture(failure);
    }
  }

  private static Future<Credentials> failed(String why) {
    return Future.failedFuture(
        new TokenUnavailableException("the credentials supplier failed: " + why, null));
  }
}

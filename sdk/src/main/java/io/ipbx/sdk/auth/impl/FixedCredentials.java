package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.Credentials;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Credentials that stay what they are, so that nobody needs to look for others. */
public record FixedCredentials(Credentials credentials) implements Supplier<Future<Credentials>> {

  @Override
  public Future<Credentials> get() {
    return Future.succeededFuture(credentials);
  }
}

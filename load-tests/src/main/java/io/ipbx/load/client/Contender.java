package io.ipbx.load.client;

import io.vertx.core.Vertx;

/**
 * A kind of client to be put under load. Implement it, give it a public constructor without
 * arguments, put it on the class path, and name the class with {@code --client}.
 */
@FunctionalInterface
public interface Contender {

  /** A new client for {@code assignment}. Nothing is sent before its first call. */
  Session open(Vertx vertx, Assignment assignment);
}

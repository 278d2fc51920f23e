package io.ipbx.load.demo;

import io.vertx.core.Future;

/** A client in the storm. */
interface Contender {

  String name();

  /** One authorised call; fails unless it was answered with 200. */
  Future<Void> call();

  Future<Void> close();
}

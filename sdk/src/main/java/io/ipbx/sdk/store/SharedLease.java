package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore.Lease;
import io.vertx.core.Future;
import io.vertx.core.shareddata.Lock;
import java.util.concurrent.atomic.AtomicBoolean;

/** The lock of a node and, within the node, that of a client. */
final class SharedLease implements Lease {

  private final Lock local;
  private final Lock global;
  private final AtomicBoolean released = new AtomicBoolean();

  SharedLease(Lock local, Lock global) {
    this.local = local;
    this.global = global;
  }

  @Override
  public Future<Void> release() {
    if (released.compareAndSet(false, true)) {
      try {
        global.release();
      } finally {
        local.release();
      }
    }
    return Future.succeededFuture();
  }
}

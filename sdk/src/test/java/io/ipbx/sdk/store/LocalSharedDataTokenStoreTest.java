package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;

/** Without a cluster the nodes are clients of one Vert.x. */
class LocalSharedDataTokenStoreTest extends TokenStoreContract {

  private final Vertx vertx = Vertx.vertx();

  @Override
  Vertx vertx(int node) {
    return vertx;
  }

  @Override
  TokenStore store(int node) {
    return SharedDataTokenStore.create(vertx);
  }

  @AfterEach
  void close() {
    Await.result(vertx.close());
  }
}

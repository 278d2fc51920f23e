package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.FreePort;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** Two nodes of a cluster. */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusteredSharedDataTokenStoreTest extends TokenStoreContract {

  private final int seed = FreePort.find();
  private final Vertx[] nodes = {Cluster.node(seed, seed), Cluster.node(FreePort.find(), seed)};

  @Override
  Vertx vertx(int node) {
    return nodes[node];
  }

  @Override
  TokenStore store(int node) {
    return SharedDataTokenStore.create(nodes[node]);
  }

  @AfterAll
  void close() {
    Await.result(nodes[1].close());
    Await.result(nodes[0].close());
  }
}

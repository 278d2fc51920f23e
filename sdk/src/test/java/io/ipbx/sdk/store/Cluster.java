package io.ipbx.sdk.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/** Nodes of one cluster, on loopback: Hazelcast's, or with {@code -Pinfinispan} Infinispan's. */
final class Cluster {

  private Cluster() {}

  /** A node that listens on {@code port} and joins the one on {@code seed}. */
  static Vertx node(int port, int seed) {
    VertxOptions options = new VertxOptions();
    options.getEventBusOptions().setHost("127.0.0.1");
    return Await.result(
        Vertx.builder()
            .with(options)
            .withClusterManager(
                Infinispan.isWanted() ? Infinispan.manager(port, seed) : hazelcast(port, seed))
            .buildClustered());
  }

  private static ClusterManager hazelcast(int port, int seed) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName("ipbx-test-" + seed);
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + seed);
    return new HazelcastClusterManager(config);
  }
}

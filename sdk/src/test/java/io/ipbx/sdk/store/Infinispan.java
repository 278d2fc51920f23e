package io.ipbx.sdk.store;

import io.vertx.core.spi.cluster.ClusterManager;

/** The other cluster manager, on the class path with {@code mvn -Pinfinispan} alone. */
final class Infinispan {

  /** Which cluster manager the tests are to run with; Hazelcast unless it is said. */
  static final String PROPERTY = "cluster.manager";

  private Infinispan() {}

  static boolean isWanted() {
    return System.getProperty(PROPERTY, "").equals("infinispan");
  }

  /** As {@link Cluster#node}. JGroups reads system properties when a node starts. */
  static ClusterManager manager(int port, int seed) {
    System.setProperty("jgroups.bind_addr", "127.0.0.1");
    System.setProperty("jgroups.bind_port", String.valueOf(port));
    System.setProperty("jgroups.tcpping.initial_hosts", "127.0.0.1[" + seed + "]");
    System.setProperty("jgroups.tcp.port_range", "0");
    try {
      return Class.forName("io.vertx.ext.cluster.infinispan.InfinispanClusterManager")
          .asSubclass(ClusterManager.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("Infinispan comes with mvn -Pinfinispan", missing);
    }
  }
}

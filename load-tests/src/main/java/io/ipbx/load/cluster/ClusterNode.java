package io.ipbx.load.cluster;

import com.hazelcast.cluster.Address;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.TcpIpConfig;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.cluster.NodeListener;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** This process in the cluster. Loads are not driven by its event loops. */
public final class ClusterNode implements AutoCloseable {

  private final Vertx vertx;
  private final HazelcastClusterManager manager;
  private final List<Consumer<String>> departures = new CopyOnWriteArrayList<>();

  private ClusterNode(Vertx vertx, HazelcastClusterManager manager) {
    this.vertx = vertx;
    this.manager = manager;
    manager.nodeListener(new Departures());
  }

  /**
   * Joins the cluster, or founds it. Waits: not for event loops.
   *
   * @throws IllegalArgumentException when the file of {@code options} cannot be used
   */
  public static ClusterNode join(ClusterOptions options) {
    HazelcastClusterManager manager = new HazelcastClusterManager(config(options));
    VertxOptions vertxOptions = new VertxOptions();
    vertxOptions.getEventBusOptions().setHost(options.host).setPort(options.busPort);
    Vertx vertx =
        Vertx.builder().with(vertxOptions).withClusterManager(manager).buildClustered().await();
    return new ClusterNode(vertx, manager);
  }

  private static Config config(ClusterOptions options) {
    Config config = options.hazelcast == null ? ours(options) : fromFile(options);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    return config;
  }

  private static Config ours(ClusterOptions options) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName(options.name);
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.tcp.join.port.try.count", "20");
    config.getNetworkConfig().setPort(options.port).setPortAutoIncrement(true);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(options.host);
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    TcpIpConfig members = join.getTcpIpConfig().setEnabled(true);
    if (!options.founding) {
      (options.join.isEmpty() ? List.of(options.host) : options.join).forEach(members::addMember);
    }
    return config;
  }

  /** The file's own, and what Vert.x needs where the file does not say it. */
  private static Config fromFile(ClusterOptions options) {
    Config config;
    try {
      config = Config.loadFromFile(Objects.requireNonNull(options.hazelcast).toFile());
    } catch (IOException | RuntimeException unusable) {
      throw new IllegalArgumentException(
          "--hazelcast " + options.hazelcast + " cannot be used: " + unusable.getMessage(),
          unusable);
    }
    Config needed = ConfigUtil.loadConfig();
    for (MapConfig map : needed.getMapConfigs().values()) {
      config.getMapConfigs().putIfAbsent(map.getName(), map);
    }
    for (MultiMapConfig map : needed.getMultiMapConfigs().values()) {
      config.getMultiMapConfigs().putIfAbsent(map.getName(), map);
    }
    return config;
  }

  /** Its clustered Vert.x. */
  public Vertx vertx() {
    return vertx;
  }

  String id() {
    return manager.getNodeId();
  }

  String clusterName() {
    return manager.getHazelcastInstance().getConfig().getClusterName();
  }

  String host() {
    return member().getHost();
  }

  /** Where others find it: host and port. */
  String address() {
    return member().getHost() + ":" + member().getPort();
  }

  private Address member() {
    return manager.getHazelcastInstance().getCluster().getLocalMember().getAddress();
  }

  /** Tells {@code listener} of each node that leaves, by its id, until what is returned runs. */
  Runnable onDeparture(Consumer<String> listener) {
    departures.add(listener);
    return () -> departures.remove(listener);
  }

  /** Leaves the cluster. */
  @Override
  public void close() {
    vertx.close().await();
  }

  private final class Departures implements NodeListener {

    @Override
    public void nodeAdded(String id) {}

    @Override
    public void nodeLeft(String id) {
      departures.forEach(listener -> listener.accept(id));
    }
  }
}

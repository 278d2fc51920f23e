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
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** This process in the cluster. Loads are not driven by its event loops. */
public final class ClusterNode implements AutoCloseable {

  /** An agent leaves nothing behind that would have to be handed over. */
  private static final String LEAVE_SECONDS = "2";

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
    Config config = options.hazelcast == null ? ours(options) : fromFile(options.hazelcast);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.graceful.shutdown.max.wait", LEAVE_SECONDS);
    neededByVertx(config);
    return config;
  }

  private static Config ours(ClusterOptions options) {
    Config config = new Config();
    config.setClusterName(options.name);
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.tcp.join.port.try.count", "20");
    config.getMetricsConfig().setEnabled(false);
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

  private static Config fromFile(Path file) {
    try {
      return Config.loadFromFile(file.toFile());
    } catch (IOException | RuntimeException unusable) {
      throw new IllegalArgumentException(
          "--hazelcast " + file + " cannot be used: " + unusable.getMessage(), unusable);
    }
  }

  /** As Vert.x' own default file has them. */
  private static void neededByVertx(Config config) {
    for (String map : List.of("__vertx.haInfo", "__vertx.nodeInfo")) {
      config.getMapConfigs().putIfAbsent(map, new MapConfig(map).setBackupCount(1));
    }
    String subscriptions = "__vertx.subs";
    config
        .getMultiMapConfigs()
        .putIfAbsent(
            subscriptions,
            new MultiMapConfig(subscriptions)
                .setBackupCount(1)
                .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
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

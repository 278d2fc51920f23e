package io.ipbx.load.cluster;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster it is, and how it is reached. */
public final class ClusterOptions {

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      description = "The cluster's name. Default: ${DEFAULT-VALUE}")
  String name = "ipbx-load";

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "This machine's address in the cluster, and that of an embedded mock. Default:"
              + " ${DEFAULT-VALUE}")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The first port that is tried. Default: ${DEFAULT-VALUE}")
  int port = 5701;

  @Option(
      names = "--bus-port",
      paramLabel = "PORT",
      description = "The port of the event bus; 0, the default, is any.")
  int busPort;

  @Option(
      names = "--join",
      split = ",",
      paramLabel = "HOST[:PORT]",
      description = "Where other nodes may be. Default: on --host")
  List<String> join = List.of();

  @Option(
      names = "--hazelcast",
      paramLabel = "FILE",
      description =
          "A hazelcast.yaml or .xml, for discovery as in Kubernetes: --cluster, --port and --join"
              + " count for nothing then.")
  @Nullable Path hazelcast;

  /** Whether it is known that there is no node yet, so that none is looked for. */
  boolean founding;

  /** This machine's address in the cluster. */
  public String host() {
    return host;
  }

  /** Those of another process of the same cluster, which finds {@code node} on this machine. */
  static List<String> childOf(ClusterNode node) {
    return List.of(
        "--cluster", node.clusterName(), "--host", node.host(), "--join", node.address());
  }

  /** For a new cluster on this machine alone, which nobody else meets by chance. */
  static ClusterOptions founding(String name) {
    ClusterOptions options = new ClusterOptions();
    options.name = name;
    options.founding = true;
    return options;
  }
}

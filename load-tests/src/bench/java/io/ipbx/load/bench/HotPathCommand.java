package io.ipbx.load.bench;

import io.ipbx.load.bench.peer.Peers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "hot-path",
    description = "A valid token: time and bytes, by one thread and by eight.")
final class HotPathCommand implements Callable<Integer> {

  @Option(names = "--threads", split = ",", description = "Default: ${DEFAULT-VALUE}")
  private List<Integer> threads = List.of(1, 8);

  @Mixin private JmhOptions jmh = new JmhOptions(2, 2);

  @Override
  public Integer call() throws RunnerException {
    for (int some : threads) {
      Map<String, JmhOptions.Row> rows = jmh.run(HotPath.class, some, HotPathCommand::label);
      Table table = new Table("A valid token, threads: " + some, "ns/op", "from", "to", "B/op");
      rows.forEach(
          (label, row) ->
              table.row(
                  label,
                  Table.tenths(row.score().median()),
                  Table.tenths(row.score().least()),
                  Table.tenths(row.score().most()),
                  Table.tenths(row.bytes())));
    }
    return 0;
  }

  private static String label(RunResult result) {
    return Peers.valueOf(result.getParams().getParam("peer")).label();
  }
}

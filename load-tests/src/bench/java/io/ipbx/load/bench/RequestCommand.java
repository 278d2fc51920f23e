package io.ipbx.load.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "request", description = "An authorised request beside one by a bare WebClient.")
final class RequestCommand implements Callable<Integer> {

  /** Client and server both take so long until they become no faster, in a JVM each. */
  private static final int WARM = 20;

  @Mixin private JmhOptions jmh = new JmhOptions(WARM, 5);

  @Override
  public Integer call() throws RunnerException {
    Map<String, JmhOptions.Row> rows = jmh.run(AuthorisedRequest.class, 1, RequestCommand::label);
    Medians ratio = row(rows, "inTurn").ratio("bare", "sdk");
    System.out.printf(
        Locale.ROOT,
        "In turn, the SDK has %.3f (%.3f to %.3f) of the bare client's throughput.%n%n",
        ratio.median(),
        ratio.least(),
        ratio.most());
    Table table = new Table("An authorised request", "requests/s", "from", "to", "B/op");
    for (String label : List.of("throughTheSdk", "bareWebClient")) {
      JmhOptions.Row row = row(rows, label);
      table.row(
          label,
          Table.whole(row.score().median()),
          Table.whole(row.score().least()),
          Table.whole(row.score().most()),
          Table.whole(row.bytes()));
    }
    return 0;
  }

  private static JmhOptions.Row row(Map<String, JmhOptions.Row> rows, String label) {
    return Objects.requireNonNull(rows.get(label));
  }

  private static String label(RunResult result) {
    return result.getPrimaryResult().getLabel();
  }
}

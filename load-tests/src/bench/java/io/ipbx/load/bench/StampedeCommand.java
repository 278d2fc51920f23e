package io.ipbx.load.bench;

import io.ipbx.load.bench.peer.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "stampede", description = "Very many callers find the token expired, all at once.")
final class StampedeCommand implements Callable<Integer> {

  @Option(names = "--callers", split = ",", description = "Default: ${DEFAULT-VALUE}")
  private List<Integer> callers = List.of(100, 10_000, 100_000);

  @Option(
      names = "--rounds",
      description = "In turn, after one to warm up. Default: ${DEFAULT-VALUE}")
  private int rounds = 3;

  @Override
  public Integer call() {
    for (int some : callers) {
      Table table =
          new Table(
              Table.whole(some) + " callers",
              "grants",
              "reply to last, ms",
              "from",
              "to",
              "on their contexts, ms",
              "B/waiting caller");
      List<Rows> all = new ArrayList<>();
      for (Peers peer : Peers.values()) {
        all.add(new Rows(peer, some));
      }
      for (int round = 0; round <= rounds; round++) {
        for (Rows rows : all) {
          rows.run(round > 0);
        }
      }
      all.forEach(rows -> rows.tell(table));
    }
    return 0;
  }

  /** What one peer did. */
  private static final class Rows {

    private final Peers peer;
    private final int callers;
    private final List<Double> grants = new ArrayList<>();
    private final List<Double> resumed = new ArrayList<>();
    private final List<Double> onContext = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    Rows(Peers peer, int callers) {
      this.peer = peer;
      this.callers = callers;
    }

    void run(boolean counts) {
      Stampede.Outcome any = new Stampede(peer, callers, false).run();
      Stampede.Outcome home = any.keptContext() ? any : new Stampede(peer, callers, true).run();
      if (counts) {
        grants.add((double) any.grants());
        resumed.add(any.lastResumedMillis());
        onContext.add(home.lastResumedMillis());
        any.bytesEach().ifPresent(bytes::add);
      }
    }

    void tell(Table table) {
      table.row(
          peer.label(),
          Table.whole(new Medians(grants).median()),
          Table.tenths(new Medians(resumed).median()),
          Table.tenths(new Medians(resumed).least()),
          Table.tenths(new Medians(resumed).most()),
          Table.tenths(new Medians(onContext).median()),
          bytes.isEmpty() ? "–" : Table.whole(new Medians(bytes).median()));
    }
  }
}

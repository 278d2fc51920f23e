package io.ipbx.load.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Option;

/** How long JMH measures. All rows take turns, a JVM each, so that a busy minute hits all. */
final class JmhOptions {

  private static final String BYTES = "gc.alloc.rate.norm";

  @Option(
      names = "--rounds",
      description = "How often each row gets a JVM of its own. Default: ${DEFAULT-VALUE}")
  private int rounds = 2;

  @Option(
      names = "--warmup",
      description = "Iterations that do not count, in each JVM. Default: ${DEFAULT-VALUE}")
  private int warmup;

  @Option(names = "--iterations", description = "Those that count. Default: ${DEFAULT-VALUE}")
  private int iterations;

  @Option(names = "--millis", description = "Of an iteration. Default: ${DEFAULT-VALUE}")
  private int millis = 1_000;

  @Option(
      names = "--no-fork",
      description = "Measures in this JVM: quick, and good for a look only.")
  private boolean inThisJvm;

  JmhOptions(int warmup, int iterations) {
    this.warmup = warmup;
    this.iterations = iterations;
  }

  /** What was measured in all JVMs of one row. */
  static final class Row {

    private final List<IterationResult> iterations = new ArrayList<>();

    private void add(IterationResult iteration) {
      iterations.add(iteration);
    }

    Medians score() {
      return medians(iteration -> iteration.getPrimaryResult().getScore());
    }

    double bytes() {
      return medians(iteration -> secondary(iteration, BYTES)).median();
    }

    /** Of one secondary result to another. */
    Medians ratio(String one, String other) {
      return medians(iteration -> secondary(iteration, one) / secondary(iteration, other));
    }

    private Medians medians(ToDoubleFunction<IterationResult> value) {
      return new Medians(iterations.stream().mapToDouble(value).boxed().toList());
    }

    private static double secondary(IterationResult iteration, String name) {
      return Objects.requireNonNull(iteration.getSecondaryResults().get(name)).getScore();
    }
  }

  /**
   * Runs the class's benchmarks.
   *
   * @param name of the row that a result belongs to
   */
  Map<String, Row> run(Class<?> benchmark, int threads, Function<RunResult, String> name)
      throws RunnerException {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (RunResult result : once(benchmark, threads)) {
        Row row = rows.computeIfAbsent(name.apply(result), label -> new Row());
        result.getBenchmarkResults().forEach(jvm -> jvm.getIterationResults().forEach(row::add));
      }
    }
    return rows;
  }

  private Collection<RunResult> once(Class<?> benchmark, int threads) throws RunnerException {
    TimeValue time = new TimeValue(millis, TimeUnit.MILLISECONDS);
    return new Runner(
            new OptionsBuilder()
                .include(benchmark.getName() + "\\..*")
                .threads(threads)
                .forks(inThisJvm ? 0 : 1)
                .warmupIterations(warmup)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs("-Xmx512m", "-XX:+UseParallelGC", "-Dslf4j.internal.verbosity=ERROR")
                .build())
        .run();
  }
}

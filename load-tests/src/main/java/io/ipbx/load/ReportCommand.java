package io.ipbx.load;

import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = "Makes one report of the results of earlier runs, side by side.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RESULT", arity = "1..*", description = "A result.json.")
  private List<Path> files = new ArrayList<>();

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    List<RunResult> runs = new ArrayList<>();
    for (Path file : files) {
      runs.addAll(ResultFile.read(file).runs());
    }
    return output.finish(new ResultFile(runs), System.out);
  }
}

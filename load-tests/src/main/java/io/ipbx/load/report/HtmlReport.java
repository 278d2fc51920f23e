package io.ipbx.load.report;

import io.ipbx.load.result.ResultFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One page that holds all it needs: results, style and script. */
public final class HtmlReport {

  private HtmlReport() {}

  public static void write(ResultFile results, Path file) throws IOException {
    Files.writeString(file, page(results));
  }

  static String page(ResultFile results) throws IOException {
    // Within a script element only the end of one could do harm.
    String data = results.toJson().replace("<", "\\u003c");
    return resource("report.html")
        .replace("/*STYLE*/", resource("report.css"))
        .replace("/*SCRIPT*/", resource("chart.js") + resource("report.js"))
        .replace("/*RESULTS*/", data);
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new FileNotFoundException(name + " is missing in this program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

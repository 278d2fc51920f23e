package io.ipbx.load.bench;

import java.util.Locale;

/** A Markdown table that is printed as it grows. */
final class Table {

  Table(String what, String... columns) {
    row(what, columns);
    row("---", "---:".repeat(columns.length).split("(?<=:)"));
  }

  void row(String what, String... cells) {
    System.out.println("| " + what + " | " + String.join(" | ", cells) + " |");
  }

  static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  static String tenths(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  static String hundredths(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}

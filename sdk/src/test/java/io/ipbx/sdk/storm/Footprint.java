package io.ipbx.sdk.storm;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is alive of the SDK's own objects, told by the virtual machine after a collection. */
record Footprint(long objects, long bytes) {

  private static final Pattern LINE = Pattern.compile("\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

  static Footprint now() {
    try {
      Object said =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return of(said.toString());
    } catch (JMException absent) {
      throw new AssertionError("no histogram of the heap", absent);
    }
  }

  private static Footprint of(String histogram) {
    long objects = 0;
    long bytes = 0;
    for (String line : histogram.lines().toList()) {
      Matcher matcher = LINE.matcher(line.strip());
      if (matcher.matches() && isOurs(matcher.group(3))) {
        objects += Long.parseLong(matcher.group(1));
        bytes += Long.parseLong(matcher.group(2));
      }
    }
    return new Footprint(objects, bytes);
  }

  private static boolean isOurs(String type) {
    return type.startsWith("io.ipbx.sdk.") && !type.startsWith("io.ipbx.sdk.storm.");
  }
}

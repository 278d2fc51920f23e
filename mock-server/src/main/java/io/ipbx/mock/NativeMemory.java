package io.ipbx.mock;

import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Gives memory back that nobody uses. While a program warms up, the compilers of the JVM take tens
 * of megabytes and free them, but with a few bytes in use here and there, which is enough for glibc
 * to keep them all. The JVM can tell it not to ({@code jcmd PID System.trim_native_heap}).
 */
final class NativeMemory {

  private static final long PERIOD_MILLIS = 15_000;

  private NativeMemory() {}

  /** Does so now and then, as long as {@code vertx} lives and this JVM knows how. */
  static void trimFromTimeToTime(Vertx vertx) {
    vertx.setTimer(
        PERIOD_MILLIS,
        due ->
            vertx
                .executeBlocking(NativeMemory::trim, false)
                .onSuccess(trimmed -> trimFromTimeToTime(vertx)));
  }

  static Object trim() throws JMException {
    return ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "systemTrimNativeHeap",
            null,
            null);
  }
}

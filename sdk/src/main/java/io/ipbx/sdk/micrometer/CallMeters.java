package io.ipbx.sdk.micrometer;

import io.ipbx.sdk.CallEvent;
import io.ipbx.sdk.CallEvent.Ended;
import io.ipbx.sdk.CallEvent.RetryBudgetExhausted;
import io.ipbx.sdk.CallEvent.Retrying;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

/** Meters of calls of the API. */
final class CallMeters {

  private final Meters meters;

  CallMeters(MeterRegistry registry, Iterable<Tag> tags) {
    this.meters = new Meters(registry, tags);
  }

  void record(CallEvent event) {
    String method = event.method().name();
    if (event instanceof Ended end) {
      meters.time(
          "ipbx.calls",
          end.took(),
          "method",
          method,
          "status",
          end.status() == 0 ? "none" : Integer.toString(end.status()),
          "error",
          Meters.error(end.failure()));
    } else if (event instanceof Retrying retry) {
      meters.count("ipbx.calls.retries", 1, "method", method, "error", Meters.error(retry.cause()));
    } else if (event instanceof RetryBudgetExhausted refused) {
      meters.count(
          "ipbx.calls.retries.refused",
          1,
          "method",
          method,
          "error",
          Meters.error(refused.cause()));
    }
  }
}

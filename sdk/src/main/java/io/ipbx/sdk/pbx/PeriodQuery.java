package io.ipbx.sdk.pbx;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is wanted of a period. */
public abstract class PeriodQuery<Q extends PeriodQuery<Q>> extends Parameters<Q> {

  PeriodQuery() {}

  PeriodQuery(PeriodQuery<Q> other) {
    super(other);
  }

  /** From then on, inclusive. */
  public Q setStartTime(@Nullable OffsetDateTime from) {
    return set("startTime", from);
  }

  /** Up to then, inclusive. */
  public Q setEndTime(@Nullable OffsetDateTime to) {
    return set("endTime", to);
  }
}

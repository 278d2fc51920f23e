package io.ipbx.sdk.pbx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which counters are wanted. */
public final class QueueStatisticsQuery extends PeriodQuery<QueueStatisticsQuery> {

  /** Names of queues. */
  public QueueStatisticsQuery setQueues(@Nullable List<String> names) {
    return set("queues", names);
  }

  /** Seconds of waiting that still meet the service level; 20 when not set. */
  public QueueStatisticsQuery setSla(@Nullable Double seconds) {
    return set("sla", seconds);
  }
}

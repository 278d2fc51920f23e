package io.ipbx.sdk.pbx;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which calls of the call centre are wanted. */
public final class CallReportQuery extends PeriodQuery<CallReportQuery> {

  /** Names of queues. */
  public CallReportQuery setQueues(@Nullable List<String> names) {
    return set("queues", names);
  }

  /** Logins of agents. */
  public CallReportQuery setAgents(@Nullable List<String> logins) {
    return set("agents", logins);
  }

  public CallReportQuery setAnswered(@Nullable Boolean answered) {
    return set("answered", answered);
  }

  /** In the server's words. */
  public CallReportQuery setDirection(@Nullable String direction) {
    return set("direction", direction);
  }

  /** The zone in which the answer's times are given; Europe/Prague when not set. */
  public CallReportQuery setTimezone(@Nullable ZoneId zone) {
    return set("timezone", zone);
  }
}

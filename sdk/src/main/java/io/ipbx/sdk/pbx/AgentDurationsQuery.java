package io.ipbx.sdk.pbx;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which totals are wanted. */
public final class AgentDurationsQuery extends PeriodQuery<AgentDurationsQuery> {

  /** Logins of agents. */
  public AgentDurationsQuery setAgents(@Nullable List<String> logins) {
    return set("agents", logins);
  }

  /** The zone in which the answer's times are given; Europe/Prague when not set. */
  public AgentDurationsQuery setTimezone(@Nullable ZoneId zone) {
    return set("timezone", zone);
  }
}

package io.ipbx.sdk.pbx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose day is wanted. */
public final class AgentStatisticsQuery extends Parameters<AgentStatisticsQuery> {

  /** Logins of agents. */
  public AgentStatisticsQuery setAgents(@Nullable List<String> logins) {
    return set("agents", logins);
  }

  public AgentStatisticsQuery setUserIds(@Nullable List<String> ids) {
    return set("usersId", ids);
  }
}

package io.ipbx.sdk.pbx;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which events of agents are wanted; 1000 to a page when not set. */
public final class AgentActivityQuery extends PagedQuery<AgentActivityQuery> {

  public static final int MAX_PAGE_SIZE = 5000;

  public AgentActivityQuery() {}

  private AgentActivityQuery(AgentActivityQuery other) {
    super(other);
  }

  @Override
  public AgentActivityQuery copy() {
    return new AgentActivityQuery(this);
  }

  /** The zone in which the answer's times are given; Europe/Prague when not set. */
  public AgentActivityQuery setTimezone(@Nullable ZoneId zone) {
    return set("timezone", zone);
  }

  /** Names of queues. */
  public AgentActivityQuery setQueues(@Nullable List<String> names) {
    return set("queues", names);
  }

  /** Logins of agents. */
  public AgentActivityQuery setAgents(@Nullable List<String> logins) {
    return set("agents", logins);
  }

  public AgentActivityQuery setEvents(@Nullable List<AgentEventType> types) {
    return set("events", types);
  }
}

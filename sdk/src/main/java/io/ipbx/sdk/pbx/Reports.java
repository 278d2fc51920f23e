package io.ipbx.sdk.pbx;

import io.vertx.core.Future;
import java.util.List;

/**
 * What agents, queues and calls of the call centre did. Futures complete on the Vert.x context of
 * their caller.
 */
public final class Reports {

  private static final String ACTIVITY = "/reports/agents/activity";

  private final Api api;

  Reports(Api api) {
    this.api = api;
  }

  /**
   * One page of what agents did ({@code GET /reports/agents/activity}). Without a page the first,
   * with at most 1000 events.
   */
  public Future<AgentActivityPage> listAgentActivity(AgentActivityQuery query) {
    return api.page(ACTIVITY, query, AgentActivityPage.class);
  }

  /**
   * All that agents did, page by page from the one {@code query} names ({@code GET
   * /reports/agents/activity}).
   */
  public PagedStream<AgentActivityEvent> streamAgentActivity(AgentActivityQuery query) {
    return api.stream(ACTIVITY, query, AgentActivityPage.class);
  }

  /** How each agent spent a period ({@code GET /reports/agents/activity-durations}). */
  public Future<List<AgentActivityDurations>> listAgentActivityDurations(
      AgentDurationsQuery query) {
    return api.readList("/reports/agents/activity-durations", query, AgentActivityDurations.class);
  }

  /** The day of each agent so far ({@code GET /reports/agents/daily-stats}). */
  public Future<List<AgentDailyStatistics>> listAgentDailyStatistics(AgentStatisticsQuery query) {
    return api.readList("/reports/agents/daily-stats", query, AgentDailyStatistics.class);
  }

  /** The calls of a period as the call centre sees them ({@code GET /reports/calls}). */
  public Future<List<CallReport>> listCalls(CallReportQuery query) {
    return api.readList("/reports/calls", query, CallReport.class);
  }

  /** The counters of each queue over a period ({@code GET /reports/queues}). */
  public Future<List<QueueStatistics>> listQueueStatistics(QueueStatisticsQuery query) {
    return api.readList("/reports/queues", query, QueueStatistics.class);
  }
}

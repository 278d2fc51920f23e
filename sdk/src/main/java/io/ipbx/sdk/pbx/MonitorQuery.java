package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** Whom to listen to. */
public final class MonitorQuery extends Parameters<MonitorQuery> {

  /** That channel, by its id in {@link CurrentCall#channelId}. */
  public MonitorQuery(String channelId) {
    set("channelId", channelId);
  }

  /** Who listens; whoever asks when not set. */
  public MonitorQuery setUserId(@Nullable String userId) {
    return set("userId", userId);
  }

  /** {@link MonitorType#SPY} when not set. */
  public MonitorQuery setType(@Nullable MonitorType type) {
    return set("type", type);
  }
}

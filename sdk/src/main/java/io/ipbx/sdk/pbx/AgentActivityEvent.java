package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent did, as the log of the queues has it.
 *
 * @param data what belongs to the event; empty when there is nothing
 */
public record AgentActivityEvent(
    @Nullable OffsetDateTime time,
    @Nullable String queue,
    @Nullable String agent,
    @JsonProperty("event") @Nullable AgentEventType type,
    Map<String, Object> data) {

  public AgentActivityEvent {
    data = Lists.present(data);
  }
}

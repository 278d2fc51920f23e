package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agent spent a period.
 *
 * @param id the number of the agent
 * @param loggedIn where the agent is logged in now
 * @param pausedIn where the agent is paused now
 * @param dynamic whether a dynamic member
 * @param wasOncePaused at least once in the period
 * @param wasOnceLoggedIn at least once in the period
 * @param callPending a flag, though the API calls it a time
 */
public record AgentActivityDurations(
    long id,
    List<String> loggedIn,
    List<String> pausedIn,
    @JsonProperty("isDynamic") @Nullable Boolean dynamic,
    @Nullable Boolean wasOncePaused,
    @JsonProperty("wasOnceLogged") @Nullable Boolean wasOnceLoggedIn,
    @JsonProperty("logonStartTime") @Nullable OffsetDateTime loggedInSince,
    @JsonProperty("pauseStartTime") @Nullable OffsetDateTime pausedSince,
    @JsonProperty("pendingCallStartTime") @Nullable Boolean callPending,
    @Nullable AgentDurations durations) {

  public AgentActivityDurations {
    loggedIn = Lists.present(loggedIn);
    pausedIn = Lists.present(pausedIn);
  }
}

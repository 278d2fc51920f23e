package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An agent's day so far.
 *
 * @param agent the login
 * @param callsTaken incoming calls since the login
 * @param talkTime seconds on calls
 * @param ringNoAnswer rings that the agent let pass
 * @param paidPauseTime seconds
 * @param unpaidPauseTime seconds
 */
public record AgentDailyStatistics(
    @Nullable String agent,
    @Nullable String userId,
    @Nullable Integer callsTaken,
    @Nullable Integer outgoingCallsAnswered,
    @Nullable Integer outgoingCallsUnanswered,
    @JsonProperty("cbCalls") @Nullable Integer callbacks,
    @Nullable Double talkTime,
    @JsonProperty("logonTime") @Nullable OffsetDateTime loggedInSince,
    @Nullable Integer ringNoAnswer,
    @JsonProperty("billPauseTime") @Nullable Double paidPauseTime,
    @JsonProperty("nonBillPauseTime") @Nullable Double unpaidPauseTime) {}

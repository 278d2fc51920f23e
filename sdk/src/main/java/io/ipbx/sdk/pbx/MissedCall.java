package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A call that a queue lost, and what was done about it.
 *
 * @param agent the login of the agent who missed it
 * @param attempts how often the caller tried
 * @param outgoingAttempts how often somebody called back
 * @param callerId the caller's number
 * @param callerIdentity the contact behind the number
 * @param start when the call came
 * @param holdTime seconds of waiting
 * @param ivrValue what the voice menu set
 * @param lastUpdate when this entry last changed
 * @param state how far it is handled
 */
public record MissedCall(
    @Nullable String callId,
    @Nullable String agent,
    int attempts,
    int outgoingAttempts,
    @Nullable String callerId,
    @Nullable String callerIdentity,
    @JsonProperty("calldate") @Nullable OffsetDateTime start,
    @Nullable Double holdTime,
    @Nullable String ivrValue,
    @Nullable OffsetDateTime lastUpdate,
    @Nullable String queue,
    @Nullable MissedCallState state) {}

package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A call as the call centre sees it. Dates and times are the server's own texts; lengths are in
 * seconds.
 *
 * @param ivr the voice menu passed
 * @param user the agent
 * @param direction in the server's words
 * @param callback a marker
 * @param checked whether somebody has marked it done
 * @param organization the caller's
 * @param membersCount members of the queue at that time
 * @param waitingCalls calls waiting at that time
 * @param lastRinging who rang last
 * @param exit how the caller left the queue
 * @param position in the queue
 * @param recording the file name
 * @param linkedId as in the call history
 */
public record CallReport(
    @Nullable String date,
    @Nullable String time,
    @Nullable String ivr,
    @Nullable String queue,
    @Nullable String user,
    @Nullable String direction,
    boolean answered,
    @JsonProperty("cb") @Nullable String callback,
    @JsonProperty("cbId") @Nullable String callbackId,
    @JsonProperty("cbWho") @Nullable String callbackBy,
    @JsonProperty("cbDate") @Nullable String callbackDate,
    @JsonProperty("cbTime") @Nullable String callbackTime,
    @JsonProperty("cbDiff") @Nullable Double callbackDelay,
    @Nullable Boolean checked,
    @JsonProperty("cid") @Nullable String callerId,
    @Nullable String callId,
    @JsonProperty("org") @Nullable String organization,
    @JsonProperty("orgPerson") @Nullable String organizationPerson,
    double duration,
    @JsonProperty("wait") @Nullable Double waiting,
    double ringing,
    @JsonProperty("holdtime") double holdTime,
    @Nullable Integer membersCount,
    @Nullable Integer waitingCalls,
    @Nullable String lastRinging,
    @Nullable String exit,
    @Nullable Integer position,
    @Nullable Integer attempt,
    @Nullable Double customerRating,
    @Nullable Double customerSuccess,
    @Nullable String resolvedStatus,
    @Nullable String recording,
    @JsonProperty("linkedid") @Nullable String linkedId) {}

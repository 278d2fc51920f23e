package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A live call, as one of its channels has it.
 *
 * @param callId the same for all its channels
 * @param source the calling number
 * @param destination the called number
 * @param channel the name of the channel
 * @param channelId by which it is hung up or monitored
 * @param duration seconds so far
 * @param user who is on the channel
 * @param way which way it goes
 * @param state what the channel does
 * @param start when the channel began
 */
public record CurrentCall(
    @Nullable String callId,
    @JsonProperty("src") @Nullable String source,
    @JsonProperty("dst") @Nullable String destination,
    @Nullable String channel,
    @Nullable String channelId,
    @Nullable Double duration,
    @Nullable CurrentCallUser user,
    @JsonProperty("direction") @Nullable CallWay way,
    @Nullable ChannelState state,
    @JsonProperty("creationTime") @Nullable OffsetDateTime start) {}

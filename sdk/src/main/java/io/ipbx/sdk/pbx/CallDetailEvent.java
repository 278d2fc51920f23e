package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a call.
 *
 * @param type the kind of event
 * @param time when, in the zone asked for
 * @param source the calling number
 * @param destination the called number
 */
public record CallDetailEvent(
    @JsonProperty("eventtype") @Nullable String type,
    @JsonProperty("eventtime") @Nullable OffsetDateTime time,
    @JsonProperty("src") @Nullable String source,
    @JsonProperty("dst") @Nullable String destination) {}

package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A recording of a call.
 *
 * @param name the file name, as {@link Recordings#get(String)} takes it
 * @param source the calling number
 * @param destination the called number
 */
public record CallRecording(
    @Nullable String name,
    @JsonProperty("src") @Nullable String source,
    @JsonProperty("dst") @Nullable String destination) {}

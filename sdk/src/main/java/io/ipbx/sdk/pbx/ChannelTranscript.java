package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was understood on one channel of a recording.
 *
 * @param channel which one of a stereo recording
 * @param text the text
 */
public record ChannelTranscript(
    @Nullable Integer channel, @JsonProperty("transcript") @Nullable String text) {}

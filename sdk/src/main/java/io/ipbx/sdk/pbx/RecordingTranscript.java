package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The speech of one recording as text.
 *
 * @param recording the file name of the recording
 * @param source the calling number
 * @param destination the called number
 * @param channels what was understood on each channel
 */
public record RecordingTranscript(
    @JsonProperty("filename") @Nullable String recording,
    @JsonProperty("src") @Nullable String source,
    @JsonProperty("dst") @Nullable String destination,
    @JsonProperty("recognition") List<ChannelTranscript> channels) {

  public RecordingTranscript {
    channels = Lists.present(channels);
  }
}

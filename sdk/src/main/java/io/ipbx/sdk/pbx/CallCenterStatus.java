package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Presence of a user in the call centre.
 *
 * @param agentState in the switchboard's words
 */
public record CallCenterStatus(
    @Nullable String agentState, @JsonProperty("isPaused") @Nullable Boolean paused) {}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * Somebody listens now.
 *
 * @param channelId of the listener: hanging it up ends the listening
 * @param callId of the listening itself
 */
public record MonitorSession(@Nullable String channelId, @Nullable String callId) {}

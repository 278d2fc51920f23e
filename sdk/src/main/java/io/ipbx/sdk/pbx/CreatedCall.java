package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * A call that was just started.
 *
 * @param channelId by which it is hung up
 */
public record CreatedCall(@Nullable String callId, @Nullable String channelId) {}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * A queue that a member serves.
 *
 * @param callerId the number it shows
 */
public record MemberQueue(long id, @Nullable String name, @Nullable String callerId) {}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * A recording that could not be deleted.
 *
 * @param message why
 */
public record RecordingDeleteError(@Nullable String file, @Nullable String message) {}

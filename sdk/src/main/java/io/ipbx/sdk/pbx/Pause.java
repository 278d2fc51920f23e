package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * A reason to pause that agents can choose.
 *
 * @param billable whether it counts as paid time
 */
public record Pause(
    long id, @Nullable String name, @Nullable Boolean billable, @Nullable String description) {}

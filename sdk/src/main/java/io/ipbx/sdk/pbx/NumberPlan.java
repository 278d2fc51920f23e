package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** A numbering plan. */
public record NumberPlan(@Nullable Long id, @Nullable String name) {}

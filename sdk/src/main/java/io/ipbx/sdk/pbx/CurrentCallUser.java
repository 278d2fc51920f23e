package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** A user in a live call. */
public record CurrentCallUser(@Nullable String id, @Nullable String login) {}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** The switchboard's user of a call. */
public record CallUser(@Nullable String login) {}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** How a user's calls are handled. */
public record Profile(
    @Nullable Long id,
    @Nullable String name,
    @Nullable Boolean active,
    @Nullable String description,
    @Nullable ProfileParams params) {}

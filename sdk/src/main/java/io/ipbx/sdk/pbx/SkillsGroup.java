package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** A group of skills. */
public record SkillsGroup(long id, @Nullable String name) {}

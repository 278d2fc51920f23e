package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * The extension of a member.
 *
 * @param number what to dial
 */
public record Extension(long id, @Nullable String number) {}

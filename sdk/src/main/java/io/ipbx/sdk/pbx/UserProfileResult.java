package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What giving a profile did.
 *
 * @param id of the assignment
 */
public record UserProfileResult(
    @Nullable FlexibleId id, @JsonProperty("message") @Nullable UserProfileOutcome outcome) {}

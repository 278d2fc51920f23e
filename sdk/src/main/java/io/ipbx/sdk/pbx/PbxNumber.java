package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A number or a line of the switchboard.
 *
 * @param id as {@link Numbers#get(String)} takes it
 * @param applicationType of an application that owns it
 */
public record PbxNumber(
    @Nullable String number,
    @Nullable String ownerId,
    @Nullable String id,
    @Nullable NumberOwnerType ownerType,
    @Nullable String applicationType,
    @Nullable NumberType type,
    @Nullable Integer priority,
    @JsonProperty("numplan") @Nullable NumberPlan numberPlan) {}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the owner of a destination.
 *
 * @param id of the owner
 * @param applicationType the kind of application
 * @param freeAgents agents that are free now
 * @param status the owner's presence
 */
public record TransferDestinationProperties(
    @Nullable String id,
    @Nullable String applicationType,
    @Nullable Integer freeAgents,
    @Nullable TransferDestinationStatus status) {}

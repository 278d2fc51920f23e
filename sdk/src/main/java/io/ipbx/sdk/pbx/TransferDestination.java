package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * Where a call may be transferred.
 *
 * @param extension what to dial
 * @param ownerType who is there
 * @param properties what else is known of the owner
 */
public record TransferDestination(
    @Nullable String id,
    @Nullable String name,
    @Nullable String extension,
    @Nullable NumberOwnerType ownerType,
    @Nullable TransferDestinationProperties properties) {}

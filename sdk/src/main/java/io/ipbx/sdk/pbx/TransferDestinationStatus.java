package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * Presence of the owner of a destination.
 *
 * @param callCenter in the call centre
 */
public record TransferDestinationStatus(@Nullable CallCenterStatus callCenter) {}

package io.ipbx.sdk.pbx;

/**
 * The application that starts a call.
 *
 * @param extenId the local number of the application
 * @param outRouteId the route out
 */
public record CallFromApplication(long extenId, long outRouteId) {}

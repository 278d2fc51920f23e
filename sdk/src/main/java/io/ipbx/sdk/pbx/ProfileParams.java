package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a profile.
 *
 * @param hasDevice whether a device can be chosen
 * @param hasForward whether calls can be forwarded
 * @param endpointId the device in use
 * @param forward where calls go
 * @param forwardNumber the number they go to
 */
public record ProfileParams(
    @Nullable Boolean hasDevice,
    @Nullable Boolean hasForward,
    @Nullable Boolean alert,
    @Nullable Long endpointId,
    @JsonProperty("fwd") @Nullable ForwardMode forward,
    @JsonProperty("fwdNum") @Nullable String forwardNumber) {}

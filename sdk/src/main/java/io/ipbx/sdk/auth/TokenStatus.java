package io.ipbx.sdk.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the tokens of an identity at one moment, for gauges and health checks.
 *
 * @param age since the present token was asked for; null when there is none to be served
 * @param remaining for how long it will still be served, zero at least; null when there is none
 * @param inFlight whether a request for a token is in flight
 * @param pause how long no flight will start because the last one failed; zero when one may
 */
public record TokenStatus(
    @Nullable Duration age, @Nullable Duration remaining, boolean inFlight, Duration pause) {}

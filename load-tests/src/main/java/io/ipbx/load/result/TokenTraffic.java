package io.ipbx.load.result;

import java.util.Map;

/**
 * Token requests by the auth server's own count, from the start of the load to its end.
 *
 * @param peak the most of one identity at the same time
 * @param due how many new tokens the run made necessary: one for each identity and each end of its
 *     token
 */
public record TokenTraffic(
    long requests,
    long granted,
    long peak,
    long due,
    Map<String, Long> byGrant,
    Map<String, Long> byOutcome) {

  /** New tokens beyond those that were necessary. */
  public long duplicates() {
    return Math.max(0, granted - due);
  }

  public double grantsPerExpiry() {
    return due == 0 ? granted : (double) granted / due;
  }
}

package io.ipbx.load.target;

import io.ipbx.mock.control.TokenStats;
import java.util.Map;

/**
 * What an auth server has counted.
 *
 * @param peak the most requests of one identity at the same time
 */
public record TokenCounts(
    long requests,
    long granted,
    long peak,
    Map<String, Long> byGrant,
    Map<String, Long> byOutcome) {

  /** Of a server that does not say. */
  public static final TokenCounts NONE = new TokenCounts(0, 0, 0, Map.of(), Map.of());

  static TokenCounts of(TokenStats stats) {
    long peak =
        stats.byIdentity().values().stream().mapToLong(TokenStats.Identity::peak).max().orElse(0);
    return new TokenCounts(
        stats.requests(), stats.granted(), peak, stats.byGrant(), stats.byOutcome());
  }
}

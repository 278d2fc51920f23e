package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A queue over a period. Waits and lengths are in seconds.
 *
 * @param afterSla answered too late for the service level
 * @param inSla answered in time
 * @param unansweredRepeated of callers who called more than once
 * @param unansweredDistinct of different callers
 */
public record QueueStatistics(
    @Nullable String name,
    int total,
    int answered,
    @JsonProperty("noanswer") int unanswered,
    int afterSla,
    int inSla,
    @JsonProperty("avgWait") double averageWait,
    @JsonProperty("maxWait") double longestWait,
    @JsonProperty("avgDur") double averageDuration,
    @JsonProperty("maxDur") double longestDuration,
    @JsonProperty("noanswerRecur") int unansweredRepeated,
    @JsonProperty("noanswerUniq") int unansweredDistinct) {}

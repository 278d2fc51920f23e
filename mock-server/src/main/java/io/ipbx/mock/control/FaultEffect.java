package io.ipbx.mock.control;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a request: a {@link FaultType} and the members that it takes. Latencies and
 * intervals are in milliseconds of real time, whatever the mock's clock does; periods in seconds of
 * the mock's clock. {@link FaultEffects} has them ready-made.
 */
@DataObject
@JsonGen(publicConverter = false)
public class FaultEffect {

  private static final long HOUR = 3_600_000;
  // RFC 9110 section 5: a name is a token, a value has no control characters.
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

  private @Nullable FaultType type;
  private @Nullable LatencyDistribution distribution;
  private @Nullable Long millis;
  private @Nullable Long min;
  private @Nullable Long max;
  private @Nullable Long median;
  private @Nullable Double sigma;
  private @Nullable Integer status;
  private @Nullable JsonObject headers;
  private @Nullable String body;
  private @Nullable String contentType;
  private @Nullable Long retryAfter;
  private @Nullable Long limit;
  private @Nullable Long period;
  private @Nullable Integer bytes;
  private @Nullable Long interval;

  public FaultEffect() {}

  public FaultEffect(FaultEffect other) {
    this(other.toJson());
  }

  /**
   * As it was written.
   *
   * @throws IllegalArgumentException naming the member that is not known, or has a value of another
   *     kind, and what is allowed
   */
  public FaultEffect(JsonObject json) {
    FaultEffectConverter.fromJson(JsonShape.checked("effect.", FaultEffect.class, json), this);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    FaultEffectConverter.toJson(this, json);
    return json;
  }

  /** Refuses what makes no sense, by name. */
  void validate() {
    if (type == null) {
      throw new IllegalArgumentException(
          "effect.type is missing: allowed are " + Arrays.toString(FaultType.values()));
    }
    for (String name : toJson().fieldNames()) {
      if (!name.equals("type") && !type.members().contains(name)) {
        throw new IllegalArgumentException(
            "effect." + name + " is not for " + type + ": it takes " + takes(type));
      }
    }
    within("millis", millis, 0, HOUR);
    within("min", min, 0, HOUR);
    within("max", max, 0, HOUR);
    within("median", median, 1, HOUR);
    within("retryAfter", retryAfter, 0, Integer.MAX_VALUE);
    within("limit", limit, 0, Integer.MAX_VALUE);
    within("period", period, 1, Integer.MAX_VALUE);
    within("interval", interval, 1, HOUR);
    within("bytes", bytes == null ? null : (Long) bytes.longValue(), leastBytes(), 1 << 30);
    within("status", status == null ? null : (Long) status.longValue(), 200, 599);
    if (sigma != null && !(sigma >= 0 && sigma <= 10)) {
      throw new IllegalArgumentException("effect.sigma is " + sigma + ": allowed are 0 to 10");
    }
    validateHeaders();
    switch (type) {
      case LATENCY -> validateLatency();
      case STATUS -> {
        need("status", status);
        validateBody();
      }
      case QUOTA -> {
        need("limit", limit);
        need("period", period);
        validateBody();
      }
      default -> {}
    }
  }

  /** Checked here, because a request that meets the fault is too late for it. */
  private void validateHeaders() {
    String type = contentType;
    if (type != null && !HEADER_VALUE.matcher(type).matches()) {
      throw new IllegalArgumentException(
          "effect.contentType is '" + type + "': it takes text without control characters");
    }
    if (headers == null) {
      return;
    }
    JsonShape.texts("effect.headers", headers)
        .forEach(
            (name, value) -> {
              if (!HEADER_NAME.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                    "effect.headers has '"
                        + name
                        + ": "
                        + value
                        + "': it takes a token, and text without control characters");
              }
            });
  }

  private static Object takes(FaultType type) {
    return type.members().isEmpty() ? "no members" : new TreeSet<>(type.members());
  }

  private long leastBytes() {
    return type == FaultType.DRIP ? 1 : 0;
  }

  private void validateBody() {
    if (contentType != null) {
      need("body", body);
    }
  }

  private void validateLatency() {
    LatencyDistribution chosen =
        Objects.requireNonNullElse(distribution, LatencyDistribution.FIXED);
    for (String name : toJson().fieldNames()) {
      if (!chosen.members().contains(name) && !List.of("type", "distribution").contains(name)) {
        throw new IllegalArgumentException(
            "effect."
                + name
                + " is not for a "
                + chosen
                + " latency: it takes "
                + new TreeSet<>(chosen.members()));
      }
    }
    switch (chosen) {
      case FIXED -> need("millis", millis);
      case UNIFORM -> {
        if (need("max", max) < need("min", min)) {
          throw new IllegalArgumentException(
              "effect.max is " + max + ": allowed is effect.min, " + min + ", or more");
        }
      }
      case LOGNORMAL -> {
        need("median", median);
        need("sigma", sigma);
      }
    }
  }

  private static <T> T need(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("effect." + name + " is missing");
    }
    return value;
  }

  private static void within(String name, @Nullable Long value, long least, long most) {
    if (value != null) {
      JsonShape.range("effect." + name, value, least, most);
    }
  }

  public @Nullable FaultType getType() {
    return type;
  }

  public FaultEffect setType(@Nullable FaultType type) {
    this.type = type;
    return this;
  }

  public @Nullable LatencyDistribution getDistribution() {
    return distribution;
  }

  /** How a latency varies; fixed when it is not set. */
  public FaultEffect setDistribution(@Nullable LatencyDistribution distribution) {
    this.distribution = distribution;
    return this;
  }

  public @Nullable Long getMillis() {
    return millis;
  }

  /** A fixed latency: 0 to an hour. */
  public FaultEffect setMillis(@Nullable Long millis) {
    this.millis = millis;
    return this;
  }

  public @Nullable Long getMin() {
    return min;
  }

  /** The least of a uniform latency. */
  public FaultEffect setMin(@Nullable Long min) {
    this.min = min;
    return this;
  }

  public @Nullable Long getMax() {
    return max;
  }

  /** The most of a uniform or lognormal latency; of the latter a minute when it is not set. */
  public FaultEffect setMax(@Nullable Long max) {
    this.max = max;
    return this;
  }

  public @Nullable Long getMedian() {
    return median;
  }

  /** The median of a lognormal latency. */
  public FaultEffect setMedian(@Nullable Long median) {
    this.median = median;
    return this;
  }

  public @Nullable Double getSigma() {
    return sigma;
  }

  /** The deviation of the logarithm of a lognormal latency: 0 to 10; 0.5 is a common tail. */
  public FaultEffect setSigma(@Nullable Double sigma) {
    this.sigma = sigma;
    return this;
  }

  public @Nullable Integer getStatus() {
    return status;
  }

  /** 200 to 599. */
  public FaultEffect setStatus(@Nullable Integer status) {
    this.status = status;
    return this;
  }

  public @Nullable JsonObject getHeaders() {
    return headers;
  }

  /** Headers of the answer, put over the others: texts by name. */
  public FaultEffect setHeaders(@Nullable JsonObject headers) {
    this.headers = headers;
    return this;
  }

  /** One more of {@link #setHeaders}. */
  public FaultEffect withHeader(String name, String value) {
    headers = (headers == null ? new JsonObject() : headers).put(name, value);
    return this;
  }

  public @Nullable String getBody() {
    return body;
  }

  /** The body of the answer; none when it is not set, for a page a short one. */
  public FaultEffect setBody(@Nullable String body) {
    this.body = body;
    return this;
  }

  public @Nullable String getContentType() {
    return contentType;
  }

  /** What the body is said to be: JSON when it is not set, and {@code text/plain} when it lies. */
  public FaultEffect setContentType(@Nullable String contentType) {
    this.contentType = contentType;
    return this;
  }

  public @Nullable Long getRetryAfter() {
    return retryAfter;
  }

  /** The seconds of {@code Retry-After} (RFC 9110 section 10.2.3); a date goes in the headers. */
  public FaultEffect setRetryAfter(@Nullable Long retryAfter) {
    this.retryAfter = retryAfter;
    return this;
  }

  public @Nullable Long getLimit() {
    return limit;
  }

  /** How many requests a quota lets through in a period. */
  public FaultEffect setLimit(@Nullable Long limit) {
    this.limit = limit;
    return this;
  }

  public @Nullable Long getPeriod() {
    return period;
  }

  /** The period of a quota, in seconds; it starts with the first request. */
  public FaultEffect setPeriod(@Nullable Long period) {
    this.period = period;
    return this;
  }

  public @Nullable Integer getBytes() {
    return bytes;
  }

  /** How much of the body goes out before a cut, or at a time; 1 for a drip when it is not set. */
  public FaultEffect setBytes(@Nullable Integer bytes) {
    this.bytes = bytes;
    return this;
  }

  public @Nullable Long getInterval() {
    return interval;
  }

  /** The time between two drips: 1 to an hour; 100 when it is not set. */
  public FaultEffect setInterval(@Nullable Long interval) {
    this.interval = interval;
    return this;
  }

  @Override
  public String toString() {
    return "FaultEffect" + toJson().encode();
  }
}

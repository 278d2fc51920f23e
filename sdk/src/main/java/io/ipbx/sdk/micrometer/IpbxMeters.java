package io.ipbx.sdk.micrometer;

import io.ipbx.sdk.CallEvent;
import io.ipbx.sdk.CallListener;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.auth.TokenStatus;
import io.ipbx.sdk.auth.Tokens;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Meters of one client: give it to the client's builder as token listener and as call listener, and
 * {@link #watch} the tokens whose age is of interest. Tags have few values and hold neither secrets
 * nor names of users; tell several clients of one registry apart by tags of your own.
 *
 * <pre>{@code
 * IpbxMeters meters = new IpbxMeters(registry, Tags.of("client", "reports"));
 * IpbxClient ipbx = IpbxClient.builder(vertx).with(options)
 *     .withTokenListener(meters).withCallListener(meters).build();
 * meters.watch(ipbx.tokens());
 * }</pre>
 */
public final class IpbxMeters implements TokenListener, CallListener {

  private final MeterRegistry registry;
  private final Iterable<Tag> tags;
  private final TokenMeters tokens;
  private final CallMeters calls;

  /**
   * Meters without values until something happens.
   *
   * @param tags put on each meter
   */
  public IpbxMeters(MeterRegistry registry, Iterable<Tag> tags) {
    this.registry = registry;
    this.tags = tags;
    this.tokens = new TokenMeters(registry, tags);
    this.calls = new CallMeters(registry, tags);
  }

  @Override
  public void onEvent(TokenEvent event) {
    tokens.record(event);
  }

  @Override
  public void onEvent(CallEvent event) {
    calls.record(event);
  }

  /**
   * Adds gauges of how it stands with {@code tokens} at the moment they are read, which asks nobody
   * for anything. They hold on to {@code tokens} as long as the registry holds on to them.
   */
  public void watch(Tokens tokens) {
    duration("ipbx.token.age", tokens, TokenStatus::age, "Since the served token was asked for");
    duration(
        "ipbx.token.remaining", tokens, TokenStatus::remaining, "What is left of the served token");
    duration(
        "ipbx.token.pause", tokens, TokenStatus::pause, "Until a flight may follow a failed one");
    Gauge.builder("ipbx.token.flying", tokens, held -> held.status().inFlight() ? 1 : 0)
        .tags(this.tags)
        .description("Whether a token is being asked for")
        .strongReference(true)
        .register(registry);
  }

  private void duration(
      String name,
      Tokens tokens,
      Function<TokenStatus, @Nullable Duration> value,
      String description) {
    TimeGauge.builder(name, tokens, TimeUnit.NANOSECONDS, held -> nanos(value.apply(held.status())))
        .tags(this.tags)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private static double nanos(@Nullable Duration duration) {
    return duration == null ? Double.NaN : duration.toNanos();
  }
}

package io.ipbx.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Signing;
import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.testing.RunningMock;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Every effect at once, and nothing left of it: no connection, request, timer or buffer. {@code
 * -Dfault.storm.requests} says how many requests; the profile {@code fault-storm} sends 200 000.
 */
class FaultStormTest {

  private static final int REQUESTS = Integer.getInteger("fault.storm.requests", 3_000);
  private static final double CHANCE = 0.03;
  private static final double CHANCE_OF_SILENCE = 0.01;
  private static final long LIMIT = Math.max(120, REQUESTS / 300L);

  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

  private static FaultEffect mild(FaultType type) {
    FaultEffect effect = FaultEffects.of(type);
    return switch (type) {
      case LATENCY -> FaultEffects.lognormalLatency(2, 0.8).setMax(50L);
      case STATUS -> FaultEffects.retryAfter(503, 1);
      case QUOTA -> FaultEffects.quota(1, 3_600);
      case DRIP -> FaultEffects.drip(400, 1);
      default -> effect;
    };
  }

  /** Who hears nothing waits longest. */
  private static double chance(FaultType type) {
    return type == FaultType.NEVER_ANSWER ? CHANCE_OF_SILENCE : CHANCE;
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  void nothing_is_left_of_a_storm() throws Exception {
    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    ByteBufUtil.setLeakListener((resource, records) -> leaks.add(resource + records));
    ServerGauge gauge = new ServerGauge();
    Vertx vertx = Vertx.builder().withMetrics(gauge).build();
    MockIpbx mock =
        RunningMock.await(
            MockIpbx.start(
                vertx,
                new MockOptions()
                    .setPort(0)
                    .setSettings(
                        new MockSettings()
                            .setSigning(Signing.HS256)
                            .setRotateRefreshTokens(true))));
    List<FaultRule> rules =
        Arrays.stream(FaultType.values())
            .map(
                type ->
                    mock.faults()
                        .add(
                            new FaultRule(
                                    new FaultMatch()
                                        .setProbability(chance(type))
                                        .setSeed((long) type.name().hashCode()),
                                    mild(type))
                                .setId(type.name())))
            .toList();
    StormClient client = new StormClient(mock);

    long started = System.nanoTime();
    patiently(client.run(REQUESTS));
    long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
    System.out.printf("%d requests in %d ms: %s%n", REQUESTS, millis, client.outcomes());
    rules.forEach(
        rule -> System.out.print(rule.getId() + " " + mock.faults().acted(rule.getId()) + ", "));
    System.out.println("held " + mock.faults().held());

    assertThat(client.outcomes().values().stream().mapToLong(count -> count.sum()).sum())
        .isEqualTo(REQUESTS);
    assertThat(rules).allMatch(rule -> mock.faults().acted(rule.getId()) > 0);
    until("no request is held", () -> mock.faults().held() == 0);
    until("no request is open", () -> gauge.requests.get() == 0);
    until("no token request is counted as open", () -> mock.stats().inFlight() == 0);

    mock.faults().clear();
    RunningMock.await(client.close());
    until("no connection is open", () -> gauge.connections.get() == 0);
    // By another client: what the storm did to the pool of that one is not the mock's affair.
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(mock.url() + "/token"))
            .timeout(Duration.ofSeconds(LIMIT))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    RunningMock.password(RunningMock.USERNAME, RunningMock.PASSWORD)))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(login, HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(200);
    RunningMock.await(mock.stop());
    RunningMock.await(vertx.close());
    collectLeaks();
    assertThat(leaks).isEmpty();
  }

  private static <T> T patiently(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(LIMIT, TimeUnit.SECONDS);
  }

  /** Netty tells of leaked buffers when the next ones are made after a collection. */
  private void collectLeaks() {
    System.gc();
    for (int i = 0; i < 100; i++) {
      ByteBufAllocator.DEFAULT.directBuffer(16).release();
    }
  }
}

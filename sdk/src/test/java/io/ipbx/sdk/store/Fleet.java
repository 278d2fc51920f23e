package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.AccessOptions;
import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.ShiftedTime;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clients of one access, each as if in a process of its own, and a mock that rotates refresh tokens
 * and ends the family of one that it meets again.
 */
final class Fleet implements AutoCloseable {

  /** A store that outlives a test may hold tokens of a mock that had the same port. */
  private final String username = "access-" + UUID.randomUUID() + "@example.com";

  private final MockIpbx mock;
  private final List<ShiftedTime> times = new ArrayList<>();
  private final List<IpbxClient> clients = new ArrayList<>();
  private final List<TokenEvent> events = new CopyOnWriteArrayList<>();

  Fleet(Vertx vertx) {
    MockSettings rotating = new MockSettings().setRotateRefreshTokens(true);
    mock =
        Await.result(
            MockIpbx.start(
                vertx,
                new MockOptions()
                    .setPort(0)
                    .setSettings(rotating)
                    .setAccesses(List.of(access(World.USERNAME), access(username)))));
  }

  private static AccessOptions access(String email) {
    return new AccessOptions().setEmail(email).setPassword(World.PASSWORD).setImpersonation(true);
  }

  MockIpbx mock() {
    return mock;
  }

  IpbxOptions options() {
    return new IpbxOptions()
        .setAuthUrl(mock.url())
        .setApiUrl(mock.url())
        .setUsername(username)
        .setPassword(World.PASSWORD);
  }

  IpbxClient client(Vertx vertx, TokenStore store) {
    ShiftedTime time = new ShiftedTime(vertx);
    times.add(time);
    IpbxClient client =
        IpbxClient.builder(vertx)
            .with(options())
            .withTime(time)
            .withTokenStore(store)
            .withTokenListener(events::add)
            .build();
    clients.add(client);
    return client;
  }

  /** The time of the client that was made last. */
  ShiftedTime time() {
    return times.get(times.size() - 1);
  }

  List<TokenEvent> events() {
    return events;
  }

  /** Every token that was given has ended. */
  void anHourPasses() {
    timePasses(Duration.ofHours(1));
  }

  void timePasses(Duration duration) {
    mock.clock().advance(duration);
    times.forEach(time -> time.advance(duration));
  }

  /** What all get who ask {@code clients} together, many times each. */
  static List<String> ask(List<IpbxClient> clients) {
    List<Future<AccessToken>> asked = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.forEach(client -> asked.add(client.tokens().current()));
    }
    return asked.stream().map(Await::result).map(AccessToken::value).distinct().toList();
  }

  /** That these grants were sent, and that the server refused none. */
  void assertGrants(int passwords, int refreshes) {
    assertThat(mock.stats().grants("password")).as("password grants").isEqualTo(passwords);
    assertThat(mock.stats().grants("refresh_token")).as("refreshes").isEqualTo(refreshes);
    assertThat(mock.stats().byOutcome()).containsOnlyKeys("ok");
  }

  @Override
  public void close() {
    clients.forEach(client -> Await.result(client.close()));
    Await.result(mock.stop());
  }
}

package io.ipbx.sdk.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.AccessOptions;
import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Signing;
import io.ipbx.mock.UserOptions;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.storm.Crowd.Identity;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.ShiftedTime;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every fault of the mock at once, over accesses with rotating refresh tokens and the users they
 * impersonate, while time runs through the life of their tokens again and again. {@code
 * -Dstorm.users} (of each access), {@code -Dstorm.accesses} and {@code -Dstorm.rounds} say how
 * many; the profile {@code fault-storm} takes a million tokens.
 */
@ExtendWith(VertxExtension.class)
class TokenStormTest {

  private static final int ACCESSES = Integer.getInteger("storm.accesses", 10);
  private static final int USERS = Integer.getInteger("storm.users", 20);
  private static final int ROUNDS = Integer.getInteger("storm.rounds", 4);
  private static final int CALLERS = 8;
  private static final Duration STEP = Duration.ofMinutes(25);

  private final GivenUp givenUp = new GivenUp();
  private final Families families = new Families(givenUp);
  private final Overlaps overlaps = new Overlaps(givenUp);
  private final List<IpbxClient> clients = new ArrayList<>();
  private MockIpbx mock;
  private ShiftedTime time;

  @BeforeEach
  void open(Vertx vertx) {
    mock = Await.result(MockIpbx.start(vertx, mockOptions()));
    time = new ShiftedTime(vertx);
  }

  @AfterEach
  void close() {
    clients.forEach(client -> Await.result(client.close()));
    Await.result(mock.stop());
  }

  private static MockOptions mockOptions() {
    return new MockOptions()
        .setPort(0)
        .setCalls(10)
        .setAccesses(
            IntStream.range(0, ACCESSES)
                .mapToObj(i -> new AccessOptions().setEmail(access(i)).setImpersonation(true))
                .toList())
        .setUsers(
            IntStream.range(0, ACCESSES * USERS)
                .mapToObj(i -> new UserOptions().setEmail(user(i)).setName("User " + i))
                .toList())
        .setSettings(
            new MockSettings()
                .setSigning(Signing.HS256)
                .setRotateRefreshTokens(true)
                .setSessionMax(Duration.ofDays(365).toSeconds())
                .setMaxSessions(500_000)
                .setJournalSize(200_000));
  }

  private static String access(int number) {
    return "access-" + number + "@example.com";
  }

  private static String user(int number) {
    return "user-" + number + "@example.com";
  }

  private IpbxClient client(Vertx vertx, int number) {
    IpbxOptions options =
        new IpbxOptions()
            .setAuthUrl(mock.url())
            .setApiUrl(mock.url())
            .setUsername(access(number))
            .setPassword("Passw0rd.2026")
            .setAuthTimeout(5_000)
            .setFlightTimeout(8_000)
            .setRequestTimeout(5_000)
            .setBackoffMin(100)
            .setBackoffMax(2_000);
    IpbxClient client =
        IpbxClient.builder(vertx).with(options).withTime(time).withTokenListener(givenUp).build();
    clients.add(client);
    return client;
  }

  private Stream<Identity> identities(Vertx vertx, int number) {
    IpbxClient access = client(vertx, number);
    return Stream.concat(
        Stream.of(new Identity(access)),
        IntStream.range(number * USERS, (number + 1) * USERS)
            .mapToObj(user -> new Identity(access.impersonate(user(user)))));
  }

  @Test
  void through_every_fault_nobody_waits_in_vain_and_no_token_is_asked_for_twice(Vertx vertx)
      throws InterruptedException {
    List<Identity> identities =
        IntStream.range(0, ACCESSES).boxed().flatMap(i -> identities(vertx, i)).toList();
    Crowd crowd = new Crowd(vertx, CALLERS, time);
    for (int first = 0; first < identities.size(); first += 500) {
      assertThat(crowd.ask(identities.subList(first, Math.min(first + 500, identities.size()))))
          .as("callers without an answer before the storm")
          .isZero();
    }
    Weather.worsen(mock, identities.size());
    List<Footprint> footprints = new ArrayList<>();
    long started = System.nanoTime();
    long waiting = 0;
    for (int round = 0; round < ROUNDS; round++) {
      waiting += crowd.ask(identities);
      // What a client gave up as the last of all is not over yet, and acts all the same.
      Await.until(() -> mock.stats().inFlight() == 0, "no token request is under way");
      List<RecordedRequest> requests = mock.journal().recorded();
      families.follow(requests);
      overlaps.follow(requests);
      givenUp.clear();
      assertThat(mock.journal().forgotten()).as("what the journal could not hold").isZero();
      mock.journal().clear();
      footprints.add(Footprint.now());
      time.advance(STEP);
      mock.clock().advance(STEP);
    }
    report(crowd, identities.size(), System.nanoTime() - started, footprints);

    assertThat(waiting).as("callers without an answer").isZero();
    assertThat(crowd.expired()).as("tokens given out after their end").isZero();
    assertThat(overlaps.found()).as("more than one request at a time").isEmpty();
    assertThat(families.unexcused()).as("families revoked without a cut").isEmpty();
    assertThat(families.sessionGone())
        .as("families ended by nobody")
        .isLessThanOrEqualTo(Weather.acted(mock).get(FaultType.REVOKE));
    assertThat(Weather.acted(mock)).allSatisfy((fault, times) -> assertThat(times).isPositive());
    assertThat(crowd.outcomes().get("served").sum()).isGreaterThan(crowd.acquisitions() / 2);
    Footprint settled = footprints.get(footprints.size() / 2);
    assertThat(footprints.get(footprints.size() - 1).objects())
        .as("objects of the SDK")
        .isLessThan(settled.objects() * 11 / 10 + 1_000);
  }

  private void report(Crowd crowd, int identities, long nanos, List<Footprint> footprints) {
    TokenStats stats = mock.stats();
    System.out.printf(
        "storm: %d tokens wanted of %d identities in %d rounds, %d s%n outcomes %s%n token requests"
            + " %d, by grant %s, by outcome %s%n refresh tokens refused after a cut %d, of an ended"
            + " session %d%n overlaps excused %d%n faults %s%n objects of the SDK %s%n",
        crowd.acquisitions(),
        identities,
        ROUNDS,
        Duration.ofNanos(nanos).toSeconds(),
        crowd.outcomes(),
        stats.requests(),
        stats.byGrant(),
        stats.byOutcome(),
        families.afterCut(),
        families.sessionGone(),
        overlaps.excused(),
        Weather.acted(mock),
        footprints.stream().map(Footprint::objects).toList());
  }
}

package io.ipbx.mock.impl;

import static io.ipbx.mock.testing.RunningMock.PASSWORD;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static io.ipbx.mock.testing.RunningMock.bearer;
import static io.ipbx.mock.testing.RunningMock.password;
import static io.ipbx.mock.testing.RunningMock.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Signing;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The state of a mock: reset, put aside and put back, whole or in part. */
class StateTest {

  private static final String CERTS = "/realms/IPEX/protocol/openid-connect/certs";

  private RunningMock mock;

  @BeforeEach
  void start() {
    mock = RunningMock.start();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private static int calls(RunningMock where, JsonObject tokens) {
    return where.get("/calls", "Authorization", bearer(tokens)).statusCode();
  }

  private static int refreshed(RunningMock where, JsonObject tokens) {
    return where.token(refresh(tokens.getString("refresh_token"))).statusCode();
  }

  @ParameterizedTest
  @EnumSource(Signing.class)
  void tokens_issued_before_a_snapshot_work_again_after_it_is_put_back(Signing signing) {
    mock.mock().configure(new MockSettings().setSigning(signing));
    JsonObject tokens = mock.login();
    JsonObject snapshot = new JsonObject(mock.mock().snapshot().encode());
    String keys = mock.get(CERTS).body();
    mock.mock().reset();
    mock.mock().rotateKeys();
    mock.mock().clock().advance(Duration.ofDays(2));
    assertThat(calls(mock, tokens)).isEqualTo(401);
    assertThat(refreshed(mock, tokens)).isEqualTo(400);

    mock.mock().restore(snapshot);

    assertThat(calls(mock, tokens)).isEqualTo(200);
    assertThat(refreshed(mock, tokens)).isEqualTo(200);
    assertThat(mock.get(CERTS).body()).isEqualTo(keys);
  }

  @Test
  void a_snapshot_put_into_another_mock_brings_its_tokens_along() {
    JsonObject tokens = mock.login();
    mock.mock().accesses().create("new@example.com", null, null, true);
    mock.mock().configure(new MockSettings().setAccessTokenTtl(77));
    try (RunningMock other = RunningMock.start()) {
      assertThat(calls(other, tokens)).isEqualTo(401);

      other.mock().restore(mock.mock().snapshot());

      assertThat(calls(other, tokens)).isEqualTo(200);
      assertThat(refreshed(other, tokens)).isEqualTo(200);
      assertThat(other.mock().settings().getAccessTokenTtl()).isEqualTo(77);
      assertThat(other.mock().accesses().list()).isEqualTo(mock.mock().accesses().list());
      assertThat(other.mock().clock().now()).isEqualTo(mock.mock().clock().now());
      assertThat(other.mock().stats().requests()).isEqualTo(2);
      // Each goes on by itself.
      mock.mock().reset();
      assertThat(calls(other, tokens)).isEqualTo(200);
      assertThat(calls(mock, tokens)).isEqualTo(401);
    }
  }

  @Test
  void rotation_and_its_reuse_detection_go_on_where_they_were() {
    mock.mock().configure(new MockSettings().setRotateRefreshTokens(true));
    JsonObject first = mock.login();
    JsonObject second = RunningMock.json(mock.token(refresh(first.getString("refresh_token"))));

    mock.mock().restore(new JsonObject(mock.mock().snapshot().encode()));

    assertThat(mock.token(refresh(first.getString("refresh_token"))).body())
        .contains("Maximum allowed refresh token reuse exceeded");
    assertThat(refreshed(mock, second)).isEqualTo(400);
  }

  @Test
  void what_was_ended_stays_ended_and_a_lock_stays_locked() {
    JsonObject tokens = mock.login();
    mock.mock().revokeUser(USERNAME);
    mock.mock().configure(new MockSettings().setBruteForceFailures(1));
    mock.token(password(USERNAME, "wrong"));

    mock.mock().restore(new JsonObject(mock.mock().snapshot().encode()));

    assertThat(mock.get("/calls", "Authorization", bearer(tokens)).headers().map().toString())
        .contains("user_session_not_found");
    assertThat(mock.token(password(USERNAME, PASSWORD)).statusCode()).isEqualTo(401);
  }

  @Test
  void counters_and_journal_are_put_back() {
    mock.login();
    mock.login();
    JsonObject snapshot = new JsonObject(mock.mock().snapshot().encode());
    var recorded = mock.mock().journal().recorded();
    mock.mock().reset();
    assertThat(mock.mock().journal().recorded()).isEmpty();

    mock.mock().restore(snapshot);

    assertThat(mock.mock().journal().recorded()).isEqualTo(recorded);
    assertThat(mock.mock().stats().of(USERNAME).granted()).isEqualTo(2);
    assertThat(mock.mock().stats().of(USERNAME).peak()).isEqualTo(1);
    mock.login();
    assertThat(mock.mock().journal().total()).isEqualTo(3);
    assertThat(mock.mock().journal().recorded().get(2).sequence()).isEqualTo(3);
    assertThat(mock.mock().stats().byEndpoint()).containsEntry("token", 3L);
  }

  @Test
  void a_part_is_reset_alone() {
    JsonObject tokens = mock.login();
    mock.mock().configure(new MockSettings().setAccessTokenTtl(60));
    mock.mock().clock().advance(Duration.ofMinutes(1));
    Instant moved = mock.mock().clock().now();
    mock.mock().accesses().create("a@b", null, null, false);

    mock.mock().reset(MockPart.JOURNAL, MockPart.STATS);
    assertThat(mock.mock().journal().total()).isZero();
    assertThat(mock.mock().stats().requests()).isZero();
    assertThat(mock.mock().settings().getAccessTokenTtl()).isEqualTo(60);
    assertThat(mock.mock().accesses().list()).hasSize(3);
    assertThat(mock.mock().clock().now()).isEqualTo(moved);
    assertThat(calls(mock, tokens)).isEqualTo(200);

    mock.mock().reset(MockPart.TOKENS);
    assertThat(calls(mock, tokens)).isEqualTo(401);
    mock.mock().reset(MockPart.ACCESSES);
    assertThat(mock.mock().accesses().list()).hasSize(2);
    mock.mock().reset(MockPart.SETTINGS);
    assertThat(mock.mock().settings().getAccessTokenTtl()).isEqualTo(3600);
    mock.mock().reset(MockPart.CLOCK);
    assertThat(mock.mock().clock().isFrozen()).isFalse();
  }

  @Test
  void a_reset_drops_the_keys_of_the_tokens_it_ends() {
    mock.mock().rotateKeys();
    mock.login();
    JsonObject keys = RunningMock.json(mock.get(CERTS));

    mock.mock().reset(MockPart.TOKENS);

    assertThat(keys.getJsonArray("keys")).hasSize(2);
    assertThat(RunningMock.json(mock.get(CERTS)).getJsonArray("keys"))
        .containsExactly(keys.getJsonArray("keys").getValue(0));
  }

  @Test
  void a_part_is_put_aside_and_back_alone() {
    JsonObject clock = mock.mock().snapshot(MockPart.CLOCK);
    Instant before = mock.mock().clock().now();
    JsonObject tokens = mock.login();
    mock.mock().clock().advance(Duration.ofDays(9));

    mock.mock().restore(clock);

    assertThat(clock.fieldNames()).containsExactly("clock");
    assertThat(mock.mock().clock().now()).isEqualTo(before);
    assertThat(mock.mock().clock().isFrozen()).isTrue();
    assertThat(calls(mock, tokens)).isEqualTo(200);
  }

  @Test
  void a_fault_without_an_id_leaves_the_ids_of_others_alone() {
    JsonObject effect = FaultEffects.of(FaultType.EXPIRE).toJson();
    JsonArray faults =
        new JsonArray()
            .add(new JsonObject().put("effect", effect))
            .add(new JsonObject().put("id", "fault-1").put("effect", effect));

    mock.mock().restore(new JsonObject().put("faults", faults));

    assertThat(mock.mock().faults().list())
        .extracting(FaultRule::getId)
        .containsExactly("fault-2", "fault-1");
  }

  /** What is at {@code path} of a whole snapshot becomes {@code value}; dots lead inwards. */
  private static void put(JsonObject snapshot, String path, Object value) {
    Object at = snapshot;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length; i++) {
      boolean last = i == steps.length - 1;
      if (at instanceof JsonArray array) {
        int place = Integer.parseInt(steps[i]);
        at = last ? array.set(place, value) : array.getValue(place);
      } else {
        JsonObject object = (JsonObject) at;
        at = last ? object.put(steps[i], value) : object.getValue(steps[i]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | 1 | 'nonsense' is not a part: allowed are settings, clock, faults, world,",
        "clock | 7 | clock is not right '7': it takes an object",
        "clock.now | soon | clock.now is not right: it takes an instant",
        "clock.now | +1000000000-12-31T23:59:59Z | clock.now is not right: it takes an instant",
        "settings.accessTokenTtl | 0 | accessTokenTtl is 0",
        "settings.colour | red | 'colour' is not known",
        "world.seed | 7 | this mock was started with",
        "world.changes | 7 | world.changes is not right '7': it takes an object",
        "world.changes.calls.nextNumber | 7 | world.changes.calls.nextNumber is 7: it takes at",
        "world.changes.calls.going | x | world.changes.calls.going is not right: it takes a list",
        "world.changes.profiles.given | 7 | world.changes.profiles.given is not right '7'",
        "world.changes.deletedRecordings | 7 | world.changes.deletedRecordings is not right '7'",
        "accesses.0.email | nobody | accesses[0]: email 'nobody' is not an e-mail address",
        "accesses.0.enabled | yes | accesses[0].enabled is not right: it takes true or false",
        "accesses.0.switchboard | 7 | accesses[0]: switchboard 7 is unknown",
        "tokens.keys.refresh.secret | ? | tokens.keys.refresh.secret is not right: it takes Base64",
        "tokens.keys.active.0.secret | AAAA | tokens.keys.active[0]: this is no key for ES256",
        "tokens.keys.active.0.algorithm | none | algorithm is 'none': allowed are ES256, HS256",
        "tokens.keys.active.0.algorithm | HS512 | allowed are ES256, HS256, RS256",
        "tokens.keys.refresh.algorithm | HS256 | tokens.keys.refresh: algorithm is 'HS256'",
        "tokens.sessions.0.started | x | tokens.sessions[0].started is not right",
        "tokens.sessions.0.principal | 3 | tokens.sessions[0].principal is not right '3'",
        "tokens.issued.0.digest | x | tokens.issued[0].digest is not right",
        "tokens.locks | 1 | tokens.locks is not right '1'",
        "stats.byGrant.password | x | stats.byGrant.password is not right",
        "journal.requests.0.at | x | journal.requests[0].at is not right: it takes an instant",
        "journal.total | 0 | journal.total is 0: it takes at least 1"
      })
  void a_snapshot_that_is_wrong_anywhere_changes_nothing(
      String path, String value, String complaint) {
    JsonObject tokens = mock.login();
    JsonObject snapshot = new JsonObject(mock.mock().snapshot().encode());
    put(snapshot, path, value.matches("\\d+") ? Integer.valueOf(value) : value);
    put(snapshot, "settings.refreshTokenTtl", 5);
    mock.mock().clock().advance(Duration.ofMinutes(1));
    JsonObject before = mock.mock().snapshot();

    assertThatThrownBy(() -> mock.mock().restore(snapshot))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);

    assertThat(mock.mock().snapshot()).isEqualTo(before);
    assertThat(calls(mock, tokens)).isEqualTo(200);
  }

  @Test
  void a_snapshot_of_another_world_is_refused() {
    try (RunningMock other = RunningMock.of(new MockOptions().setPort(0).setSeed(7))) {
      JsonObject snapshot = other.mock().snapshot();

      assertThatThrownBy(() -> mock.mock().restore(snapshot))
          .hasMessageContaining("world is of")
          .hasMessageContaining("\"seed\":7");
    }
  }
}

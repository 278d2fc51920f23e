package io.ipbx.mock.fault;

import static io.ipbx.mock.testing.RunningMock.PASSWORD;
import static io.ipbx.mock.testing.RunningMock.RESTRICTED;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.control.FaultCount;
import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.MockFaults;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests a rule is for; a status that nothing else gives tells that it was. */
class FaultMatchingTest extends SharedMock {

  private static final int MARK = 599;
  private static final FaultEffect MARKED = FaultEffects.status(MARK);
  private static final String CONNECT = "/realms/IPEX/protocol/openid-connect/";

  private static MockFaults faults() {
    return mock.mock().faults();
  }

  private static boolean login(String username) {
    return mock.token(RunningMock.password(username, PASSWORD)).statusCode() == MARK;
  }

  private static boolean login() {
    return login(USERNAME);
  }

  /** Whether each of so many logins was marked. */
  private static List<Boolean> logins(int count) {
    return Stream.generate(() -> login()).limit(count).toList();
  }

  private static boolean get(String path, String... headers) {
    return mock.get(path, headers).statusCode() == MARK;
  }

  @ParameterizedTest
  @CsvSource({
    "token, POST, /token",
    "token, POST, /realms/IPEX/protocol/openid-connect/token",
    "token-exchange, POST, /token-exchange",
    "userinfo, GET, /realms/IPEX/protocol/openid-connect/userinfo",
    "logout, POST, /realms/IPEX/protocol/openid-connect/logout",
    "revoke, POST, /realms/IPEX/protocol/openid-connect/revoke",
    "discovery, GET, /realms/IPEX/.well-known/openid-configuration",
    "certs, GET, /realms/IPEX/protocol/openid-connect/certs",
    "listCalls, GET, /calls",
    "listRecordings, GET, /recordings",
    "listCallLog, GET, /v1/calls",
    "listSwitchboards, GET, /v1/pbx",
    "unknown, GET, /nowhere"
  })
  void each_endpoint_by_its_name(String endpoint, String method, String path) {
    faults().add(FaultMatch.endpoint(endpoint), MARKED);

    HttpRequest.Builder request =
        mock.request(path).method(method, HttpRequest.BodyPublishers.ofString(""));
    assertThat(mock.send(request).statusCode()).isEqualTo(MARK);
    assertThat(get(endpoint.equals("userinfo") ? "/calls" : CONNECT + "userinfo")).isFalse();
  }

  @Test
  void the_control_routes_never() {
    faults().add(new FaultMatch(), MARKED);

    assertThat(get("/calls")).isTrue();
    assertThat(get("/__mock/health")).isFalse();
    assertThat(get("/__mock/nothing")).isFalse();
  }

  @Test
  void the_grant() {
    String refresh = mock.login().getString("refresh_token");
    faults().add(FaultMatch.grant("refresh_token"), MARKED);

    assertThat(login()).isFalse();
    assertThat(mock.token(RunningMock.refresh(refresh)).statusCode()).isEqualTo(MARK);
  }

  @ParameterizedTest
  @CsvSource({
    "access@example.com, true",
    "ACCESS@EXAMPLE.COM, true",
    "*@example.com, true",
    "access*, true",
    "acces, false",
    "access@exampleXcom, false",
    "*→*, false"
  })
  void the_identity_by_a_pattern(String pattern, boolean fits) {
    faults().add(new FaultMatch().setIdentity(pattern), MARKED);

    assertThat(login()).isEqualTo(fits);
  }

  @Test
  void the_identity_of_an_exchange_and_of_a_bearer() {
    JsonObject tokens = mock.login();
    String bearer = RunningMock.bearer(tokens);
    faults().add(new FaultMatch().setIdentity("*→alice@example.com"), MARKED);

    assertThat(mock.exchange(bearer, "{\"email\":\"alice@example.com\"}").statusCode())
        .isEqualTo(MARK);
    String bob =
        "Bearer "
            + RunningMock.json(mock.exchange(bearer, "{\"email\":\"bob@example.com\"}"))
                .getString("access_token");
    faults().add(new FaultMatch().setIdentity(USERNAME + "→bob@example.com"), MARKED);
    assertThat(get("/calls", "Authorization", bob)).isTrue();
    assertThat(get("/calls", "Authorization", bearer)).isFalse();
    assertThat(get("/calls")).as("nobody").isFalse();
  }

  @Test
  void the_client() {
    faults().add(new FaultMatch().setClient("other"), MARKED);

    assertThat(login()).isFalse();
    assertThat(mock.token("grant_type=password&client_id=other").statusCode()).isEqualTo(MARK);
  }

  @ParameterizedTest
  @CsvSource({
    "/calls, /calls, true",
    "/calls, /calls/7, false",
    "/calls/{id}, /calls/7, true",
    "/calls/{id}, /calls/7/8, false",
    "/calls/{id}, /calls, false",
    "/calls*, /calls/7/8, true",
    "/v?/calls, /v1/calls, false",
    "*/calls, /v1/calls, true",
    "/calls.*, /callsX, false"
  })
  void the_path_by_a_pattern(String pattern, String path, boolean fits) {
    faults().add(new FaultMatch().setPath(pattern), MARKED);

    assertThat(get(path + "?page=1")).isEqualTo(fits);
  }

  @Test
  void the_method() {
    faults().add(new FaultMatch().setMethod("POST"), MARKED);

    assertThat(get("/calls")).isFalse();
    assertThat(login()).isTrue();
  }

  @Test
  void headers_by_patterns_all_of_them() {
    faults().add(new FaultMatch().withHeader("x-run", "7*").withHeader("X-Other", "*"), MARKED);

    assertThat(get("/calls", "X-Run", "77", "x-other", "y")).isTrue();
    assertThat(get("/calls", "X-Run", "6", "X-Run", "71", "x-other", "y")).isTrue();
    assertThat(get("/calls", "X-Run", "67", "x-other", "y")).isFalse();
    assertThat(get("/calls", "X-Run", "7")).isFalse();
  }

  @Test
  void the_nth_of_all() {
    faults().add(FaultMatch.endpoint("token").setNth(2), MARKED);

    assertThat(get("/calls")).as("does not count").isFalse();
    assertThat(logins(4)).containsExactly(false, true, false, false);
  }

  @Test
  void the_first_of_all_or_of_each_identity() {
    faults().add(new FaultMatch().setFirst(1).setCount(FaultCount.IDENTITY), MARKED);
    assertThat(login()).isTrue();
    assertThat(login(RESTRICTED)).isTrue();
    assertThat(login()).isFalse();

    faults().clear();
    faults().add(new FaultMatch().setFirst(2), MARKED);
    assertThat(List.of(login(), login(RESTRICTED), login())).containsExactly(true, true, false);
  }

  @Test
  void a_window_on_the_clock_of_the_mock() {
    Instant now = mock.mock().clock().now();
    faults()
        .add(new FaultMatch().setFrom(now.plusSeconds(60)).setUntil(now.plusSeconds(90)), MARKED);

    assertThat(login()).isFalse();
    mock.mock().clock().advance(Duration.ofSeconds(60));
    assertThat(login()).isTrue();
    mock.mock().clock().advance(Duration.ofSeconds(30));
    assertThat(login()).isFalse();
  }

  @Test
  void a_rule_is_gone_after_so_many_times() {
    String id = faults().add(new FaultRule(new FaultMatch(), MARKED).setTimes(2)).getId();

    assertThat(logins(3)).containsExactly(true, true, false);
    assertThat(faults().list()).isEmpty();
    assertThat(faults().acted(id)).isEqualTo(2);
  }

  @Test
  void a_rule_is_gone_after_its_time() {
    String id = faults().add(new FaultRule(new FaultMatch(), MARKED).setTtl(60)).getId();
    assertThat(logins(2)).containsExactly(true, true);
    assertThat(faults().find(id)).isNotNull();

    mock.mock().clock().advance(Duration.ofSeconds(60));

    assertThat(faults().find(id)).isNull();
    assertThat(logins(2)).containsExactly(false, false);
  }

  @Test
  void a_quota_lets_so_many_through_in_a_period() {
    faults().add(FaultMatch.endpoint("token"), FaultEffects.quota(2, 60));
    assertThat(logins(2)).containsExactly(false, false);
    mock.mock().clock().advance(Duration.ofMillis(10_500));

    var over = mock.token(RunningMock.password(USERNAME, PASSWORD));
    assertThat(over.statusCode()).isEqualTo(429);
    assertThat(over.headers().firstValue("Retry-After")).hasValue("50");

    mock.mock().clock().advance(Duration.ofMillis(49_500));
    assertThat(mock.login().containsKey("access_token")).isTrue();
  }

  @Test
  void a_quota_for_each_identity() {
    faults().add(new FaultMatch().setCount(FaultCount.IDENTITY), FaultEffects.quota(1, 60));

    assertThat(mock.login().containsKey("access_token")).isTrue();
    assertThat(mock.loginAs(RESTRICTED, "").containsKey("access_token")).isTrue();
    assertThat(mock.token(RunningMock.password(USERNAME, PASSWORD)).statusCode()).isEqualTo(429);
  }

  @Test
  void a_rule_taken_away_acts_no_more() {
    String id = faults().add(new FaultMatch(), MARKED).getId();
    assertThat(login()).isTrue();

    assertThat(faults().remove(id)).isTrue();
    assertThat(faults().remove(id)).isFalse();
    assertThat(login()).isFalse();
  }
}

package io.ipbx.mock.auth;

import static io.ipbx.mock.testing.RunningMock.PASSWORD;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint's refusals, case by case, for both generations. */
class ErrorTableTest {

  private static final String CREDENTIALS = "&username=" + USERNAME + "&password=" + PASSWORD;

  private static RunningMock classic;
  private static RunningMock modern;

  @BeforeAll
  static void start() {
    classic = RunningMock.start();
    modern = RunningMock.start(new MockSettings().setKeycloakGeneration(KeycloakGeneration.V26));
  }

  @AfterAll
  static void stop() {
    classic.close();
    modern.close();
  }

  private static void expect(
      HttpResponse<String> response, int status, String error, String description) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(RunningMock.json(response))
        .isEqualTo(new JsonObject().put("error", error).put("error_description", description));
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("Pragma")).hasValue("no-cache");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "client_id=api | 400 | invalid_request | Missing form parameter: grant_type",
        "grant_type=&client_id=api | 400 | unsupported_grant_type | Unsupported grant_type",
        "grant_type=nonsense | 400 | unsupported_grant_type | Unsupported grant_type",
        "grant_type=nonsense&client_id=x | 400 | unsupported_grant_type | Unsupported grant_type",
        "grant_type=password&client_id=x&a=1&a=2 | 401 | invalid_client | Invalid client or Invalid"
            + " client credentials",
        "grant_type=password&client_id=api&a=1&a=2 | 400 | invalid_request | duplicated parameter",
        "grant_type=password&grant_type=password&client_id=api | 400 | invalid_request | duplicated"
            + " parameter",
        "grant_type=password&client_id=api&client_id=api | 400 | invalid_request | duplicated"
            + " parameter",
        "grant_type=password&client_id=api | 401 | invalid_request | Missing parameter: username",
        "grant_type=refresh_token&client_id=api | 400 | invalid_request | No refresh token",
        "grant_type=refresh_token&client_id=api&refresh_token= | 400 | invalid_grant | Invalid"
            + " refresh token",
        "grant_type=refresh_token&client_id=api&refresh_token=a.b.c | 400 | invalid_grant | Invalid"
            + " refresh token",
        "grant_type=%zz&client_id=api | 400 | invalid_request | Malformed form body",
        "grant_type=%e | 400 | invalid_request | Malformed form body"
      })
  void both_generations_agree(String body, int status, String error, String description) {
    expect(classic.token(body), status, error, description);
    expect(modern.token(body), status, error, description);
  }

  @Test
  void an_empty_body_lacks_its_grant_type() {
    expect(classic.token(""), 400, "invalid_request", "Missing form parameter: grant_type");
    expect(
        modern.send(modern.request("/token").POST(HttpRequest.BodyPublishers.noBody())),
        400,
        "invalid_request",
        "Missing form parameter: grant_type");
  }

  @Test
  void a_missing_client_differs() {
    String body = "grant_type=password" + CREDENTIALS;

    expect(classic.token(body), 400, "invalid_client", "Missing client_id parameter");
    expect(
        modern.token(body), 401, "invalid_client", "Invalid client or Invalid client credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&username=access@example.com&password=wrong",
        "&username=nobody@example.com&password=Passw0rd.2026",
        "&username=access@example.com",
        "&username=access@example.com&password=",
        "&username=&password=Passw0rd.2026",
        "&username=+access@example.com+&password=Passw0rd.2026"
      })
  void a_wrong_password_and_a_wrong_user_look_alike(String credentials) {
    String body = "grant_type=password&client_id=api" + credentials;

    expect(classic.token(body), 401, "invalid_grant", "Invalid user credentials");
    expect(modern.token(body), 400, "invalid_grant", "Invalid user credentials");
  }

  @Test
  void the_status_of_a_wrong_password_can_be_chosen() {
    try (RunningMock mock = RunningMock.start(new MockSettings().setWrongPasswordStatus(400))) {
      expect(
          mock.token(RunningMock.password(USERNAME, "wrong")),
          400,
          "invalid_grant",
          "Invalid user credentials");
    }
  }

  @ParameterizedTest
  @CsvSource({"openid nonsense", "nonsense"})
  void an_unknown_scope_is_named(String scope) {
    String form = RunningMock.password(USERNAME, PASSWORD) + "&scope=" + scope.replace(' ', '+');

    expect(classic.token(form), 400, "invalid_scope", "Invalid scopes: " + scope);
  }

  @Test
  void an_empty_scope_is_no_scope() {
    expect(
        modern.token(RunningMock.password(USERNAME, PASSWORD) + "&scope="),
        400,
        "invalid_scope",
        "Invalid scopes: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencodedX"})
  void another_content_type_differs(String type) {
    String body = "grant_type=password&client_id=api" + CREDENTIALS;

    HttpResponse<String> old =
        classic.send(
            classic
                .request("/token", "Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    HttpResponse<String> now =
        modern.send(
            modern
                .request("/token", "Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(old.statusCode()).isEqualTo(415);
    assertThat(RunningMock.json(old).fieldNames()).containsExactly("error");
    expect(now, 400, "invalid_request", "Missing form parameter: grant_type");
  }

  @Test
  void multipart_is_taken_for_a_request_without_a_client() {
    HttpResponse<String> response =
        modern.send(
            modern
                .request("/token", "Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--")));

    expect(response, 401, "invalid_client", "Invalid client or Invalid client credentials");
  }

  @Test
  void a_charset_beside_the_form_type_is_fine() {
    HttpResponse<String> response =
        classic.send(
            classic
                .request(
                    "/token", "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(
                    HttpRequest.BodyPublishers.ofString(RunningMock.password(USERNAME, PASSWORD))));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void other_methods_are_not_allowed_and_not_offered(String method) {
    HttpResponse<String> response =
        classic.send(classic.request("/token").method(method, HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.body()).isEqualTo("{\"error\":\"HTTP 405 Method Not Allowed\"}");
    assertThat(response.headers().firstValue("Allow")).isEmpty();
    assertThat(response.headers().firstValue("Cache-Control")).isEmpty();
  }

  @Test
  void options_tells_a_browser_what_it_may_do() {
    HttpResponse<String> plain =
        classic.send(
            classic.request("/token").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    HttpResponse<String> asked =
        classic.send(
            classic
                .request("/token", "Origin", "http://example.com")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("http://example.com");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Methods"))
        .hasValue("POST, OPTIONS");
  }

  @Test
  void the_public_client_may_name_itself_by_basic() {
    String body = "grant_type=password" + CREDENTIALS;

    assertThat(
            classic
                .send(classic.form("/token", body).header("Authorization", "Basic YXBpOg=="))
                .statusCode())
        .isEqualTo(200);
    HttpResponse<String> unknown =
        classic.send(classic.form("/token", body).header("Authorization", "Basic eDo="));
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
    assertThat(
            classic
                .send(classic.form("/token", body).header("Authorization", "Basic !!!"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_disabled_access_is_told_in_the_order_of_its_generation() {
    for (RunningMock mock : new RunningMock[] {classic, modern}) {
      mock.mock().accesses().create("off@example.com", PASSWORD, null, true);
      mock.mock().accesses().setEnabled("off@example.com", false);
    }
    String right = RunningMock.password("off@example.com", PASSWORD);
    String wrong = RunningMock.password("off@example.com", "wrong");

    expect(classic.token(right), 400, "invalid_grant", "Account disabled");
    expect(classic.token(wrong), 400, "invalid_grant", "Account disabled");
    expect(modern.token(right), 400, "invalid_grant", "Account disabled");
    expect(modern.token(wrong), 400, "invalid_grant", "Invalid user credentials");
  }

  @Test
  void another_realm_does_not_exist() {
    HttpResponse<String> response =
        classic.send(classic.form("/realms/OTHER/protocol/openid-connect/token", "x=1"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"error\":\"Realm does not exist\"}");
    assertThat(classic.get("/realms/IPEX/nothing").statusCode()).isEqualTo(405);
  }
}

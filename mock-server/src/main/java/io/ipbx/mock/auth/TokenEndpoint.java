package io.ipbx.mock.auth;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.wire.BoundedBody;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /token}: the checks of a request in Keycloak's order, then the grant it names. */
final class TokenEndpoint {

  private static final int LONGEST_BODY = 16 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String NOBODY = "(unknown)";

  private final Vertx vertx;
  private final Supplier<MockSettings> settings;
  private final MockClock clock;
  private final PasswordGrant passwordGrant;
  private final RefreshGrant refreshGrant;
  private final TokenMint mint;
  private final TokenCounters counters;

  TokenEndpoint(
      Vertx vertx,
      Supplier<MockSettings> settings,
      MockClock clock,
      PasswordGrant passwordGrant,
      RefreshGrant refreshGrant,
      TokenMint mint,
      TokenCounters counters) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
    this.passwordGrant = passwordGrant;
    this.refreshGrant = refreshGrant;
    this.mint = mint;
    this.counters = counters;
  }

  void handle(HttpExchange http) {
    if (Methods.admit(http, Methods.POST)) {
      BoundedBody.read(http, LONGEST_BODY, body -> received(http, body));
    }
  }

  private void received(HttpExchange http, Buffer body) {
    MockSettings present = settings.get();
    String type = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (!isForm(type) && !(type == null && body.length() == 0)) {
      counters.begin(http, "invalid", NOBODY);
      http.proceed(() -> refuseType(http, present, type));
      return;
    }
    FormBody form = FormBody.parse(body);
    if (form == null) {
      // A real server fails with 500 here; a client's broken escape is the client's to mend.
      counters.begin(http, "invalid", NOBODY);
      http.proceed(() -> Answers.refusal(http, OAuthError.invalidRequest("Malformed form body")));
      return;
    }
    GrantRequest request = new GrantRequest(form, present, clock.millis());
    String grant = form.get("grant_type");
    counters.begin(http, nameOf(grant), identityOf(grant, request));
    http.setClient(ClientCheck.named(http.request(), form));
    // One turn of the event loop later, when all that came with this request has been counted too.
    vertx.runOnContext(turn -> http.proceed(() -> answer(http, grant, request.at(clock.millis()))));
  }

  private static boolean isForm(@Nullable String type) {
    return type != null
        && type.regionMatches(true, 0, FORM, 0, FORM.length())
        && (type.length() == FORM.length() || ";, ".indexOf(type.charAt(FORM.length())) >= 0);
  }

  private static void refuseType(HttpExchange http, MockSettings present, @Nullable String type) {
    http.setOutcome("unsupported_media_type");
    if (present.getKeycloakGeneration() == KeycloakGeneration.CLASSIC) {
      Answers.bare(http, 415, "RESTEASY003065: Cannot consume content type");
    } else if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      Answers.refusal(http, OAuthError.invalidClient());
    } else {
      Answers.refusal(http, OAuthError.invalidRequest("Missing form parameter: grant_type"));
    }
  }

  private static String nameOf(@Nullable String grant) {
    return grant != null && (grant.equals("password") || grant.equals("refresh_token"))
        ? grant
        : "invalid";
  }

  private String identityOf(@Nullable String grant, GrantRequest request) {
    if ("password".equals(grant)) {
      String username = request.form().get("username");
      return username == null ? NOBODY : username.toLowerCase(Locale.ROOT);
    }
    Principal owner = "refresh_token".equals(grant) ? refreshGrant.ownerOf(request) : null;
    return owner == null ? NOBODY : owner.identity();
  }

  private void answer(HttpExchange http, @Nullable String grant, GrantRequest request) {
    try {
      Issue issue = decide(http, grant, request);
      new Issuing(vertx, mint, request.settings(), request.now()).answer(http, issue);
    } catch (OAuthException refused) {
      Answers.refusal(http, refused.error());
    }
  }

  private Issue decide(HttpExchange http, @Nullable String grant, GrantRequest request) {
    if (grant == null) {
      throw new OAuthException(OAuthError.invalidRequest("Missing form parameter: grant_type"));
    }
    if (nameOf(grant).equals("invalid")) {
      throw new OAuthException(
          new OAuthError(400, "unsupported_grant_type", "Unsupported grant_type"));
    }
    ClientCheck.check(http.client(), request);
    if (request.form().isDuplicated()) {
      throw new OAuthException(OAuthError.invalidRequest("duplicated parameter"));
    }
    return grant.equals("password") ? passwordGrant.grant(request) : refreshGrant.grant(request);
  }
}

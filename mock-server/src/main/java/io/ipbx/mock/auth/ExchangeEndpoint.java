package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.portal.Directory;
import io.ipbx.mock.portal.User;
import io.ipbx.mock.wire.BoundedBody;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.MediaTypes;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /token-exchange}: the bearer of an access with impersonation, and the e-mail of a
 * user, for the user's tokens. Who may not and who does not exist are answered alike, so that
 * nobody can find out who there is.
 */
final class ExchangeEndpoint {

  private static final int LONGEST_BODY = 16 * 1024;

  private final Vertx vertx;
  private final Supplier<MockSettings> settings;
  private final MockClock clock;
  private final Directory directory;
  private final Sessions sessions;
  private final Bearers bearers;
  private final TokenMint mint;
  private final TokenCounters counters;

  ExchangeEndpoint(
      Vertx vertx,
      Supplier<MockSettings> settings,
      MockClock clock,
      Directory directory,
      Sessions sessions,
      Bearers bearers,
      TokenMint mint,
      TokenCounters counters) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
    this.directory = directory;
    this.sessions = sessions;
    this.bearers = bearers;
    this.mint = mint;
    this.counters = counters;
  }

  void handle(HttpExchange http) {
    if (Methods.admit(http, Methods.POST)) {
      BoundedBody.read(http, LONGEST_BODY, body -> received(http, body));
    }
  }

  private void received(HttpExchange http, Buffer body) {
    BearerCheck bearer = bearers.check(http.request().getHeader(HttpHeaders.AUTHORIZATION));
    String email = email(body);
    counters.begin(http, "exchange", identity(bearer, email));
    vertx.runOnContext(turn -> http.proceed(() -> answer(http, email)));
  }

  private static String identity(BearerCheck bearer, @Nullable String email) {
    Principal actor = bearer.principal();
    return (actor == null ? "(unknown)" : actor.email())
        + "→"
        + (email == null ? "(unknown)" : email);
  }

  /** The e-mail asked for, in lower case; null when the body holds none. */
  private static @Nullable String email(Buffer body) {
    try {
      return Json.decodeValue(body) instanceof JsonObject json
              && json.getValue("email") instanceof String email
              && !email.isBlank()
          ? email.strip().toLowerCase(Locale.ROOT)
          : null;
    } catch (DecodeException notJson) {
      return null;
    }
  }

  private void answer(HttpExchange http, @Nullable String email) {
    // Looked at anew: a fault may have kept the request waiting, or ended the session.
    BearerCheck bearer = bearers.check(http.request().getHeader(HttpHeaders.AUTHORIZATION));
    MockSettings present = settings.get();
    long now = clock.millis();
    try {
      Issue issue = decide(http, bearer, email, present, now);
      new Issuing(vertx, mint, present, now).answer(http, issue);
    } catch (OAuthException refused) {
      if (refused.error().status() == 401) {
        http.response().putHeader("WWW-Authenticate", Bearers.challenge(bearer));
      }
      http.setOutcome(refused.error().error());
      Answers.token(http, refused.error().status(), refused.error().body());
    }
  }

  private Issue decide(
      HttpExchange http,
      BearerCheck bearer,
      @Nullable String email,
      MockSettings present,
      long now) {
    if (!(bearer instanceof BearerCheck.Granted granted)) {
      throw new OAuthException(new OAuthError(401, "invalid_token", "Invalid token"));
    }
    String type = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (!MediaTypes.isJson(type)) {
      throw new OAuthException(
          new OAuthError(415, "invalid_request", "Content-Type must be application/json"));
    }
    if (email == null) {
      throw new OAuthException(
          OAuthError.invalidRequest("The body must be a JSON object with the member email"));
    }
    Principal actor = granted.principal();
    User user = directory.user(email);
    if (user == null || !actor.fullAccess() || actor.actor() != null) {
      throw new OAuthException(
          new OAuthError(403, "access_denied", "Client not allowed to exchange"));
    }
    Scopes scopes = new Scopes(false, false);
    Session session = sessions.open(Principal.of(user, actor), scopes, present, now);
    return new Issue(session, 0, "onrtte:");
  }
}

package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The auth server's addresses: each call sends one request and reads one answer. */
final class TokenEndpoint {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient http;
  private final AuthSettings settings;
  private final Time time;
  private final GrantAnswer answers;

  TokenEndpoint(HttpClient http, AuthSettings settings, Lifetimes lifetimes, Time time) {
    this.http = http;
    this.settings = settings;
    this.time = time;
    this.answers = new GrantAnswer(lifetimes, time);
  }

  Future<TokenSet> password(Flight flight, String username, String password) {
    Buffer form =
        form("password")
            .add("username", username)
            .add("password", password)
            .add("scope", settings.scope())
            .toBuffer();
    return post(flight, settings.tokenUrl(), FORM, null, form)
        .map(reply -> answers.read(reply, Grant.PASSWORD, password));
  }

  Future<TokenSet> refresh(Flight flight, String refreshToken) {
    Buffer form = form("refresh_token").add("refresh_token", refreshToken).toBuffer();
    return post(flight, settings.tokenUrl(), FORM, null, form)
        .map(reply -> answers.read(reply, Grant.REFRESH, refreshToken));
  }

  /** The tokens of the user with that e-mail; never a refresh token. */
  Future<TokenSet> exchange(Flight flight, AccessToken bearer, String email) {
    Buffer body = new JsonObject().put("email", email).toBuffer();
    return post(flight, settings.exchangeUrl(), "application/json", bearer, body)
        .map(reply -> answers.read(reply, Grant.EXCHANGE, bearer.value()).withoutRefresh());
  }

  /** Ends the session on the server. */
  Future<Void> logout(Flight flight, String logoutUrl, String refreshToken) {
    Buffer form =
        new Form()
            .add("client_id", settings.clientId())
            .add("refresh_token", refreshToken)
            .toBuffer();
    return post(flight, logoutUrl, FORM, null, form)
        .compose(
            reply ->
                reply.isSuccess()
                    ? Future.succeededFuture()
                    : Future.failedFuture(GrantError.of(reply, Grant.REFRESH, refreshToken, time)));
  }

  private Form form(String grantType) {
    return new Form().add("grant_type", grantType).add("client_id", settings.clientId());
  }

  private Future<TokenReply> post(
      Flight flight, String url, String contentType, @Nullable AccessToken bearer, Buffer body) {
    if (flight.landed()) {
      return Future.failedFuture(new ClientClosedException("nobody waits for this token any more"));
    }
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url)
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
            .putHeader(HttpHeaders.ACCEPT, "application/json");
    if (bearer != null) {
      options.putHeader(HttpHeaders.AUTHORIZATION, bearer.authorization());
    }
    TokenCall call = new TokenCall(time);
    flight.during(() -> call.abort(new ClientClosedException("the flight is over")));
    return call.send(http.request(options), body, settings.attemptTimeout());
  }
}

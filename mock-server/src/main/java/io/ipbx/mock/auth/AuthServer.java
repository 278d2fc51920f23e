package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.fault.ServerActions;
import io.ipbx.mock.portal.Directory;
import io.ipbx.mock.state.StatePart;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Vertx;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The auth server: who asks where, and what a test may do to it from outside. */
public final class AuthServer implements ServerActions {

  /** The names that {@link #handle} gives to what is asked. */
  public static final Set<String> ENDPOINTS =
      Set.of("token", "token-exchange", "userinfo", "logout", "revoke", "discovery", "certs");

  private final Sessions sessions = new Sessions();
  private final BruteForce bruteForce = new BruteForce();
  private final TokenCounters counters = new TokenCounters();
  private final Keys keys = new Keys();
  private final Supplier<MockSettings> settings;
  private final TokenState tokens;
  private final Bearers bearers;
  private final TokenRevocation revocation;
  private final TokenEndpoint token;
  private final ExchangeEndpoint impersonation;
  private final UserInfoEndpoint userInfo;
  private final LogoutEndpoint logout;
  private final Documents documents;

  /**
   * An auth server without sessions.
   *
   * @param settings read anew for each request
   * @param baseUrl of the mock, without a slash at the end; known once it listens
   */
  public AuthServer(
      Vertx vertx,
      Supplier<MockSettings> settings,
      MockClock clock,
      Directory directory,
      Supplier<String> baseUrl) {
    this.settings = settings;
    Issuer issuer = new Issuer(baseUrl);
    this.tokens = new TokenState(sessions, bruteForce, keys, issuer);
    TokenMint mint = new TokenMint(keys, sessions, issuer::name);
    this.bearers = new Bearers(directory, mint, clock, settings);
    this.revocation = new TokenRevocation(sessions, keys, mint);
    this.token =
        new TokenEndpoint(
            vertx,
            settings,
            clock,
            new PasswordGrant(directory, sessions, bruteForce),
            new RefreshGrant(directory, sessions, keys, issuer),
            mint,
            counters);
    this.impersonation =
        new ExchangeEndpoint(vertx, settings, clock, directory, sessions, bearers, mint, counters);
    this.userInfo = new UserInfoEndpoint(bearers);
    this.logout = new LogoutEndpoint(settings, revocation);
    this.documents = new Documents(vertx, issuer::name, settings, keys);
  }

  /**
   * Makes the keys that the first grant would wait for, and a first signature with each; takes a
   * moment, so not on an event loop.
   */
  public void makeKeys() {
    keys.of(settings.get().getSigning()).warm();
    keys.refresh().warm();
  }

  /** Serves {@code exchange} if its path is one of the auth server's; tells whether it is. */
  public boolean handle(HttpExchange exchange) {
    String path = exchange.request().path();
    if (path == null) {
      return false;
    }
    switch (path) {
      case AuthPaths.TOKEN, AuthPaths.NATIVE_TOKEN -> token.handle(exchange.setEndpoint("token"));
      case AuthPaths.EXCHANGE -> impersonation.handle(exchange.setEndpoint("token-exchange"));
      case AuthPaths.USERINFO -> userInfo.handle(exchange.setEndpoint("userinfo"));
      case AuthPaths.LOGOUT -> logout.logout(exchange.setEndpoint("logout"));
      case AuthPaths.REVOKE -> logout.revoke(exchange.setEndpoint("revoke"));
      case AuthPaths.DISCOVERY -> documents.discovery(exchange.setEndpoint("discovery"));
      case AuthPaths.CERTS -> documents.certificates(exchange.setEndpoint("certs"));
      default -> {
        return handleRest(exchange, path);
      }
    }
    return true;
  }

  private static boolean handleRest(HttpExchange exchange, String path) {
    if (!path.startsWith(AuthPaths.REALMS)) {
      return false;
    }
    if (path.equals(AuthPaths.REALM) || path.startsWith(AuthPaths.REALM + "/")) {
      exchange.proceed(() -> Answers.methodNotAllowed(exchange));
    } else {
      exchange.proceed(() -> Answers.bare(exchange, 404, "Realm does not exist"));
    }
    return true;
  }

  /**
   * Whose the bearer of that {@code Authorization} header is.
   *
   * @param header null when the request has none
   */
  public BearerCheck check(@Nullable String header) {
    return bearers.check(header);
  }

  /** The counts of token requests, beside those of all requests by endpoint. */
  public TokenStats stats(Map<String, Long> byEndpoint) {
    return counters.snapshot(byEndpoint);
  }

  /**
   * Ends all sessions of that access or user.
   *
   * @return how many
   */
  public int revokeUser(String email) {
    return revocation.revokeAllOf(email.toLowerCase(Locale.ROOT));
  }

  /** Ends the session of that access or refresh token; whether it is one of ours. */
  public boolean revokeToken(String value) {
    return revocation.revoke(value);
  }

  /** Ends all sessions of an access that was deleted, those it opened for others among them. */
  public void forget(String email) {
    revocation.endAllOfAccess(email);
  }

  @Override
  public void expire(String identity) {
    revocation.expireAllOf(identity);
  }

  @Override
  public void revoke(String identity) {
    revocation.endAllOf(identity);
  }

  /** Signs with new keys from now on; what was issued stays good. */
  @Override
  public void rotateKeys() {
    keys.rotate();
  }

  /** Sessions, keys and locks. */
  public StatePart tokens() {
    return tokens;
  }

  public void resetStats() {
    counters.reset();
  }

  /** Goes on from counts taken before. */
  public void restoreStats(TokenStats stats) {
    counters.restore(stats);
  }
}

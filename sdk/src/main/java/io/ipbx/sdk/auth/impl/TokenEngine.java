package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.LoggedOutException;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The tokens of one client: its access and the users it impersonates. */
public final class TokenEngine {

  private final EngineContext engine;
  private final TokenEndpoint endpoint;
  private final Backoff backoff;
  private final GrantRetry retry;
  private final AuthSettings settings;
  private final @Nullable SharedSource shared;
  private final KeepWarm neverWarm;
  private final IdentityTokens access;
  private final Impersonations users;

  /**
   * @param username whose access it is; empty where only {@code credentials} knows
   * @param store where the access's tokens are shared; null to keep them here
   * @param http for the auth server alone, so that API calls cannot keep a grant waiting
   */
  public TokenEngine(
      Vertx vertx,
      HttpClient http,
      AuthSettings settings,
      String username,
      Supplier<Future<Credentials>> credentials,
      @Nullable TokenStore store,
      TokenListener listener,
      Time time,
      RandomGenerator random) {
    this.settings = settings;
    this.engine = new EngineContext(vertx, time, listener, settings.flightTimeout());
    Lifetimes lifetimes = new Lifetimes(settings.renewal(), random);
    this.endpoint = new TokenEndpoint(http, settings, lifetimes, time);
    this.backoff = new Backoff(settings.restraint(), random);
    this.retry = new GrantRetry(engine, backoff);
    this.users =
        new Impersonations(
            settings.impersonations(), settings.impersonationIdle(), time::nanoTime, this::user);
    this.neverWarm = new KeepWarm(engine, false, Duration.ZERO);
    TokenIdentity identity =
        new TokenIdentity(settings.authUrl(), settings.clientId(), username, null);
    // Others may put tokens into a store while our own credentials are rejected.
    boolean worthAnotherLook = store != null || !(credentials instanceof FixedCredentials);
    LoginSource login = loginSource(new SuppliedCredentials(credentials, engine, worthAnotherLook));
    this.shared = store == null ? null : shared(identity, store, lifetimes, login, random);
    this.access =
        new IdentityTokens(
            identity,
            shared == null ? login : shared,
            Runway.PRIVATE,
            engine,
            backoff,
            new KeepWarm(engine, settings.renewal().keptWarm(), settings.restraint().rejection()));
  }

  private LoginSource loginSource(SuppliedCredentials credentials) {
    Login login =
        new Login(
            endpoint,
            retry,
            credentials,
            new RejectedCredentials(engine, settings.restraint().rejection()));
    return new LoginSource(engine, endpoint, retry, login, this::forgetRefresh);
  }

  private SharedSource shared(
      TokenIdentity identity,
      TokenStore store,
      Lifetimes lifetimes,
      LoginSource login,
      RandomGenerator random) {
    String key = StorePlace.key(identity, settings.scope());
    StoredTokens form = new StoredTokens(lifetimes, engine.time());
    return new SharedSource(
        identity, new StorePlace(store, key, form, engine), login, engine, random);
  }

  private void forgetRefresh(String refused) {
    access.forgetRefresh(refused);
    if (shared != null) {
      shared.refused(refused);
    }
  }

  private IdentityTokens user(String email) {
    return new IdentityTokens(
        access.identity().impersonating(email),
        new ExchangeSource(endpoint, access, email, retry),
        users,
        engine,
        backoff,
        neverWarm);
  }

  /** The access's own tokens. */
  public CallTokens tokens() {
    return new TokensView(access.identity(), () -> access, () -> access, this::logout);
  }

  /**
   * The tokens of an impersonated user.
   *
   * @param email in any case
   */
  public CallTokens tokensOf(String email) {
    String subject = email.toLowerCase(Locale.ROOT);
    return new TokensView(
        access.identity().impersonating(subject),
        () -> users.of(subject),
        () -> users.find(subject),
        () -> logout(subject));
  }

  private Future<Void> logout() {
    String held = access.refreshToken();
    access.ground(loggedOut());
    users.ground(loggedOut());
    if (engine.isClosed()) {
      return Future.succeededFuture();
    }
    Future<Void> ended = shared == null ? endSession(held) : logout(shared, held);
    return ended.succeeded() ? ended : engine.onCallerContext(ended);
  }

  /** What the store holds may have been brought by another process since we last looked. */
  private Future<Void> logout(SharedSource shared, @Nullable String held) {
    Future<@Nullable String> forgotten = shared.forget();
    Future<Void> ended =
        forgotten.transform(end -> endSession(end.result() == null ? held : end.result()));
    return Future.join(forgotten, ended).mapEmpty();
  }

  private Future<Void> endSession(@Nullable String refreshToken) {
    String url = settings.logoutUrl();
    if (url == null || refreshToken == null) {
      return Future.succeededFuture();
    }
    Promise<Void> told = Promise.promise();
    Flight flight = engine.newFlight(access.identity(), 0);
    engine.run(
        () ->
            Future.succeededFuture()
                .compose(here -> endpoint.logout(flight, url, refreshToken))
                .recover(failure -> Future.failedFuture(notTold(failure)))
                .onComplete(told));
    return told.future();
  }

  /** A client that closes takes the request with it. */
  private IpbxException notTold(Throwable failure) {
    return engine.isClosed() ? engine.closedError() : Failures.typed(failure);
  }

  private Future<Void> logout(String subject) {
    IdentityTokens user = users.find(subject);
    if (user != null) {
      user.ground(loggedOut());
    }
    return Future.succeededFuture();
  }

  private static LoggedOutException loggedOut() {
    return new LoggedOutException("logged out while waiting for a token");
  }

  /**
   * Fails all who wait; nothing is sent from now on.
   *
   * @return complete once a store holds no lock of this client
   */
  public Future<Void> close() {
    engine.close();
    access.ground(engine.closedError());
    users.ground(engine.closedError());
    return shared == null ? Future.succeededFuture() : shared.released();
  }
}

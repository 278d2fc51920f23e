package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.impl.StorePlace.Found;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.ipbx.sdk.spi.TokenStore.Lease;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an access that several processes share: look, and if nobody has brought new ones, lock,
 * look again, take the refresh token out of the store, present it, save what came.
 *
 * <p>Because a refresh token is taken before it is presented, nobody else can present it, even when
 * a lock is lost or given twice. A process that dies after that leaves none behind, and the next
 * one logs in by password. While the store is down, a refresh token that was ever in it is not
 * presented, because others may have it too: this process then logs in for itself.
 *
 * <p>Its fields are touched on the engine's own context only.
 */
final class SharedSource implements TokenSource {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
  private static final int LARGEST_EXPONENT = 4;

  private final TokenIdentity identity;
  private final StorePlace place;
  private final TokenSource login;
  private final EngineContext engine;
  private final RandomGenerator random;

  /** The access token last seen in the store or put there: no news when it is met again. */
  private @Nullable String known;

  /** The access token of the tokens last logged out of; void wherever they are met. */
  private @Nullable String disowned;

  private @Nullable String refused;
  private Unshared unshared = Unshared.NOTHING;
  private int logouts;
  private Future<?> locking = Future.succeededFuture();
  private Future<?> written = Future.succeededFuture();
  private volatile Future<Void> freed = Future.succeededFuture();

  /**
   * @param login asks the server; called with the tokens whose refresh token it may present
   */
  SharedSource(
      TokenIdentity identity,
      StorePlace place,
      TokenSource login,
      EngineContext engine,
      RandomGenerator random) {
    this.identity = identity;
    this.place = place;
    this.login = login;
    this.engine = engine;
    this.random = random;
  }

  /**
   * Tokens whose refresh token is not in the store.
   *
   * @param surely whether it never was; else only while the store is as the save found it, and
   *     nothing of ours can still come into it
   * @param found the tag at that time
   */
  private record Unshared(TokenSet tokens, boolean surely, @Nullable String found) {

    static final Unshared NOTHING = new Unshared(TokenSet.EMPTY, true, null);

    TokenSet alone() {
      return surely ? tokens : TokenSet.EMPTY;
    }

    TokenSet besides(Found stored) {
      return surely || Objects.equals(found, stored.tag()) ? tokens : TokenSet.EMPTY;
    }
  }

  @Override
  public Future<TokenSet> fetch(Flight flight, TokenSet held) {
    return written
        .transform(settled -> look(flight, 0))
        .recover(
            failure ->
                failure instanceof StoreFailure down
                    ? carryOnAlone(flight, down)
                    : Future.failedFuture(failure));
  }

  private Future<TokenSet> look(Flight flight, int looks) {
    return place
        .load()
        .compose(
            found -> {
              if (isNews(found)) {
                return adopt(found);
              }
              Future<@Nullable Lease> lock = place.tryLock();
              Future<TokenSet> tokens = lock.compose(lease -> lockOrWait(flight, lease, looks));
              // After that, so that whoever waits for it finds the lease given back.
              locking = lock;
              return tokens;
            });
  }

  private Future<TokenSet> lockOrWait(Flight flight, @Nullable Lease lease, int looks) {
    if (lease == null) {
      return pause(flight, looks).compose(rested -> look(flight, looks + 1));
    }
    flight.holding(() -> freed = place.free(lease));
    return renew(flight);
  }

  private Future<TokenSet> renew(Flight flight) {
    return place
        .load()
        .compose(
            found -> {
              if (isNews(found)) {
                return adopt(found);
              }
              if (flight.landed()) {
                return Future.failedFuture(new ClientClosedException("the flight is over"));
              }
              return refreshOrLogin(flight, found);
            });
  }

  /** What is surely this process's own is newer than what a store kept while it was away. */
  private Future<TokenSet> refreshOrLogin(Flight flight, Found found) {
    long now = engine.time().nanoTime();
    TokenSet own = place.isSettled() ? unshared.besides(found) : unshared.alone();
    TokenSet stored = valid(found);
    return own.presentable(now) == null && stored.presentable(now) != null
        ? refreshStored(flight, found, stored)
        : grant(flight, found, own, TokenSet.EMPTY);
  }

  private Future<TokenSet> refreshStored(Flight flight, Found found, TokenSet stored) {
    return place
        .replace(found, stored.withoutRefresh(), () -> {})
        .compose(
            taken -> {
              if (taken == null) {
                engine.tell(new TokenEvent.StoreConflict(identity));
                return renew(flight);
              }
              return grant(flight, taken, stored, stored);
            });
  }

  /**
   * Asks the server and saves its answer.
   *
   * @param found what the store held last
   * @param giveBack goes back into the store when nothing came of it
   */
  private Future<TokenSet> grant(
      Flight flight, Found found, TokenSet presented, TokenSet giveBack) {
    int session = logouts;
    return ask(flight, presented)
        .transform(
            end ->
                end.succeeded()
                    ? save(found, granted(end.result(), presented), session)
                    : giveUp(found, giveBack, end.cause(), session));
  }

  private static TokenSet granted(TokenSet tokens, TokenSet presented) {
    return tokens.grant() == Grant.REFRESH ? tokens.keepingRefreshOf(presented) : tokens;
  }

  private Future<TokenSet> save(Found found, TokenSet tokens, int session) {
    if (session != logouts) {
      return Future.succeededFuture(tokens);
    }
    known = value(tokens);
    Future<@Nullable Found> saved = place.replace(found, tokens, () -> savedLate(tokens, session));
    written = saved;
    return saved.transform(
        end -> {
          unshared = leftOver(found, tokens, end);
          return Future.succeededFuture(tokens);
        });
  }

  private Unshared leftOver(Found found, TokenSet tokens, AsyncResult<@Nullable Found> save) {
    if (save.failed()) {
      engine.tell(new TokenEvent.StoreUnavailable(identity, Failures.typed(save.cause())));
      return new Unshared(tokens, false, found.tag());
    }
    if (save.result() == null) {
      engine.tell(new TokenEvent.StoreConflict(identity));
      return new Unshared(tokens, true, null);
    }
    return Unshared.NOTHING;
  }

  /** Told of tokens that come into the store after the save of them was given up. */
  private void savedLate(TokenSet tokens, int session) {
    if (session != logouts) {
      written = place.clear();
    } else if (Objects.equals(value(unshared.tokens()), value(tokens))) {
      unshared = Unshared.NOTHING;
    }
  }

  private Future<TokenSet> giveUp(Found found, TokenSet giveBack, Throwable cause, int session) {
    String refreshToken = giveBack.refreshToken();
    if (refreshToken == null
        || refreshToken.equals(refused)
        || session != logouts
        || engine.isClosed()) {
      return Future.failedFuture(cause);
    }
    Future<@Nullable Found> back =
        place.replace(found, giveBack, () -> savedLate(giveBack, session));
    written = back;
    return back.transform(end -> Future.failedFuture(cause));
  }

  private Future<TokenSet> carryOnAlone(Flight flight, StoreFailure down) {
    engine.tell(new TokenEvent.StoreUnavailable(identity, down));
    TokenSet presented = unshared.alone();
    int session = logouts;
    return ask(flight, presented)
        .map(
            tokens -> {
              TokenSet mine = granted(tokens, presented);
              unshared = session == logouts ? new Unshared(mine, true, null) : Unshared.NOTHING;
              return mine;
            });
  }

  /** The login source's answer, back on the engine's context: a logout ends it on any thread. */
  private Future<TokenSet> ask(Flight flight, TokenSet presented) {
    Promise<TokenSet> told = Promise.promise();
    login
        .fetch(flight, presented)
        .onComplete(end -> engine.run(() -> told.complete(end.result(), end.cause())));
    return told.future();
  }

  private boolean isNews(Found found) {
    TokenSet stored = valid(found);
    return stored.usable(engine.time().nanoTime()) != null && !Objects.equals(value(stored), known);
  }

  private Future<TokenSet> adopt(Found found) {
    known = value(found.tokens());
    unshared = Unshared.NOTHING;
    engine.tell(new TokenEvent.TokensAdopted(identity));
    return Future.succeededFuture(found.tokens());
  }

  private TokenSet valid(Found found) {
    String value = value(found.tokens());
    return value != null && value.equals(disowned) ? TokenSet.EMPTY : found.tokens();
  }

  private static @Nullable String value(TokenSet tokens) {
    IssuedToken access = tokens.access();
    return access == null ? null : access.value();
  }

  /** Others that wait do so for another time, so that they do not all ask at once. */
  private Future<Void> pause(Flight flight, int looks) {
    long longest = FIRST_PAUSE.toNanos() << Math.min(looks, LARGEST_EXPONENT);
    Promise<Void> over = Promise.promise();
    Scheduled timer =
        engine
            .time()
            .schedule(
                Duration.ofNanos(random.nextLong(longest / 2, longest + 1)), over::tryComplete);
    flight.during(timer::cancel);
    return over.future();
  }

  /** Told of a refresh token that the server turned down. */
  void refused(String refreshToken) {
    refused = refreshToken;
    if (refreshToken.equals(unshared.tokens().refreshToken())) {
      unshared = Unshared.NOTHING;
    }
  }

  /**
   * Forgets the tokens here and in the store; fails when the store cannot be reached.
   *
   * @return the refresh token that was in the store, if it may be a newer one than is held here
   */
  Future<@Nullable String> forget() {
    Promise<@Nullable String> told = Promise.promise();
    engine.run(
        () -> {
          boolean ownIsNewest = unshared.tokens().refreshToken() != null;
          logouts++;
          disowned = known;
          unshared = Unshared.NOTHING;
          Future<@Nullable String> cleared =
              written
                  .transform(settled -> place.load())
                  .transform(found -> place.clear().map(done -> refreshToken(found, ownIsNewest)));
          written = cleared;
          cleared.onComplete(told);
        });
    return told.future();
  }

  private static @Nullable String refreshToken(AsyncResult<Found> found, boolean ownIsNewest) {
    return ownIsNewest || found.failed() ? null : found.result().tokens().refreshToken();
  }

  /** Complete once the store holds no lock of this client, nor one that is on its way. */
  Future<Void> released() {
    Promise<Void> told = Promise.promise();
    try {
      // There, because what is asked for is known once the step that asks is over.
      engine.run(
          () -> written.transform(saved -> locking.transform(locked -> freed)).onComplete(told));
    } catch (RejectedExecutionException closing) {
      return freed;
    }
    return told.future();
  }
}

package io.ipbx.mock.auth;

import static java.util.Objects.requireNonNull;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All logins, the oldest first, and the access tokens that came of them. Whatever is over, with all
 * its access tokens, leaves when a new one comes, and the oldest leave when there are too many, so
 * that memory is bounded without a timer. Each method is one step: of several that present the same
 * refresh token at once, exactly one is the first.
 */
final class Sessions {

  private static final int MOST_PRINCIPALS = 10_000;

  // The columns of a row.
  private static final int SEED = 0;
  private static final int STARTED = 1;
  private static final int TOUCHED = 2;
  private static final int USES = 3;
  private static final int USED_AT = 4;
  private static final int FLAGS = 5;
  private static final int NEEDED_UNTIL = 6;

  // The bits of its flags.
  private static final int BRIEF = 1;
  private static final int OPENID = 2;
  private static final int OFFLINE = 4;
  private static final int DETACHED = 8;
  private static final int ENDED = 16;

  private final Ledger<Principal> rows = new Ledger<>(7);
  private final AccessTokens tokens = new AccessTokens();
  private final Map<String, Principal> principals = new LinkedHashMap<>();

  /**
   * What is known of an access token.
   *
   * @param alive whether its session is neither over nor has lost its client
   */
  record Issued(Session session, boolean alive, long expiresAt) {}

  synchronized Session open(Principal principal, Scopes scopes, MockSettings settings, long now) {
    while (rows.size() > 0
        && (rows.size() >= settings.getMaxSessions() || isSpent(rows.first(), settings, now))) {
      rows.drop();
    }
    Session session =
        new Session(
            Id.of(rows.next()),
            settings.getKeycloakGeneration() == KeycloakGeneration.V26,
            shared(principal),
            scopes,
            now);
    put(new SessionState(session, now, 0, 0, false, false));
    return session;
  }

  private void put(SessionState state) {
    Session session = state.session();
    long row = rows.add(shared(session.principal()));
    rows.set(row, SEED, session.key().seed());
    rows.set(row, STARTED, session.started());
    rows.set(row, TOUCHED, state.touched());
    rows.set(row, USES, state.uses());
    rows.set(row, USED_AT, state.usedAt());
    mark(row, BRIEF, session.brief());
    mark(row, OPENID, session.scopes().openid());
    mark(row, OFFLINE, session.scopes().offline());
    mark(row, DETACHED, state.detached());
    mark(row, ENDED, state.ended());
  }

  /** One object for all sessions of one and the same. */
  private Principal shared(Principal principal) {
    Principal known = principals.get(principal.identity());
    if (known != null && known.equals(principal)) {
      return known;
    }
    if (principals.size() >= MOST_PRINCIPALS) {
      principals.clear();
    }
    principals.put(principal.identity(), principal);
    return principal;
  }

  private Session session(long row) {
    return new Session(
        new Id(rows.get(row, SEED), row),
        is(row, BRIEF),
        requireNonNull(rows.subject(row)),
        new Scopes(is(row, OPENID), is(row, OFFLINE)),
        rows.get(row, STARTED));
  }

  private boolean is(long row, int flag) {
    return (rows.get(row, FLAGS) & flag) != 0;
  }

  private void mark(long row, int flag, boolean set) {
    long flags = rows.get(row, FLAGS);
    rows.set(row, FLAGS, set ? flags | flag : flags & ~flag);
  }

  /** Whether it is over by the clock; the last second is too short for a token. */
  private boolean isOver(long row, MockSettings settings, long now) {
    long idleUntil = rows.get(row, TOUCHED) + settings.getRefreshTokenTtl() * 1000;
    long lastsUntil = rows.get(row, STARTED) + settings.getSessionMax() * 1000;
    return (!is(row, OFFLINE) && now >= idleUntil) || lastsUntil - now < 1000;
  }

  /** Whether nothing of it is good any more: an access token may outlive the idle time. */
  private boolean isSpent(long row, MockSettings settings, long now) {
    return isOver(row, settings, now) && now >= rows.get(row, NEEDED_UNTIL);
  }

  /** The live session of that id; null when there is none. */
  synchronized @Nullable Session active(String id, MockSettings settings, long now) {
    long row = find(Id.read(id));
    return row < 0 || is(row, ENDED) || isOver(row, settings, now) ? null : session(row);
  }

  /** Whose the session of that id is, or was; null when it is not known any more. */
  synchronized @Nullable Principal owner(String id) {
    long row = find(Id.read(id));
    return row < 0 ? null : rows.subject(row);
  }

  private long find(@Nullable Id id) {
    if (id == null || !rows.holds(id.number()) || rows.get(id.number(), SEED) != id.seed()) {
      return -1;
    }
    return id.number();
  }

  /**
   * Uses a refresh token up and allows a successor in its stead; without rotation nothing is ever
   * used up. Using one a second time ends the whole family, as a thief and the owner cannot be told
   * apart.
   *
   * @param use which of the session's uses the token is for
   * @return which use the successor is for
   */
  synchronized long rotate(Session session, long use, MockSettings settings, long now) {
    long row = session.number();
    if (!rows.holds(row)) {
      throw new OAuthException(OAuthError.invalidGrant("Session not active"));
    }
    if (is(row, DETACHED)) {
      throw new OAuthException(OAuthError.invalidGrant("Session doesn't have required client"));
    }
    long next = rows.get(row, USES);
    if (!settings.isRotateRefreshTokens() || use == next) {
      rows.set(row, USES, ++next);
      rows.set(row, USED_AT, now);
    } else if (use != next - 1 || now - rows.get(row, USED_AT) >= settings.getRotationGrace()) {
      mark(row, DETACHED, true);
      throw new OAuthException(
          OAuthError.invalidGrant(
              use == next - 1 ? "Maximum allowed refresh token reuse exceeded" : "Stale token"));
    }
    rows.set(row, TOUCHED, now);
    return next;
  }

  /** Makes a place for an access token of {@code session}: the number that its id is to carry. */
  synchronized long place(Session session, long expiresAt) {
    need(session.number(), expiresAt);
    return tokens.add(session.number(), expiresAt, rows.first());
  }

  private void need(long row, long until) {
    if (rows.holds(row)) {
      rows.set(row, NEEDED_UNTIL, Math.max(until, rows.get(row, NEEDED_UNTIL)));
    }
  }

  /** Knows the token in that place by its digest from now on. */
  synchronized void remember(long place, long digest) {
    tokens.made(place, digest);
  }

  /** The access token in that place, if it has that digest; null when it is not one of ours. */
  synchronized @Nullable Issued issued(long place, long digest) {
    if (!tokens.knows(place, digest) || !rows.holds(tokens.session(place))) {
      return null;
    }
    long row = tokens.session(place);
    return new Issued(session(row), !is(row, ENDED) && !is(row, DETACHED), tokens.expiresAt(place));
  }

  /** Ends the session of that id; its tokens stay known, as those of a session that is no more. */
  synchronized void end(@Nullable Id id) {
    long row = find(id);
    if (row >= 0) {
      mark(row, ENDED, true);
    }
  }

  /** Ends all of those that {@code whose} picks; the number ended. */
  synchronized int end(Predicate<Principal> whose) {
    int ended = 0;
    for (long row = rows.first(); row < rows.next(); row++) {
      if (isOf(row, whose)) {
        mark(row, ENDED, true);
        ended++;
      }
    }
    return ended;
  }

  /** Lets all access tokens of those that {@code whose} picks expire. */
  synchronized void expire(Predicate<Principal> whose) {
    tokens.expire(row -> isOf(row, whose));
  }

  private boolean isOf(long row, Predicate<Principal> whose) {
    return rows.holds(row) && !is(row, ENDED) && whose.test(requireNonNull(rows.subject(row)));
  }

  synchronized void clear() {
    rows.restart(rows.next());
    tokens.clear();
    principals.clear();
  }

  /** All of them, with their access tokens. */
  synchronized JsonObject snapshot() {
    JsonArray all = new JsonArray();
    for (long row = rows.first(); row < rows.next(); row++) {
      all.add(
          new SessionState(
                  session(row),
                  rows.get(row, TOUCHED),
                  rows.get(row, USES),
                  rows.get(row, USED_AT),
                  is(row, DETACHED),
                  is(row, ENDED))
              .toJson());
    }
    return new JsonObject().put("sessions", all).put("issued", tokens.snapshot());
  }

  /** Reads what {@link #snapshot} wrote; puts it in the place of what is there when run. */
  Runnable read(Fields snapshot) {
    List<SessionState> all = snapshot.list("sessions", SessionState::of);
    Ledger.checkOrder(
        snapshot.at("sessions"), all.stream().map(one -> one.session().number()).toList());
    Runnable issued = tokens.read(snapshot);
    return () -> replace(all, issued);
  }

  private synchronized void replace(List<SessionState> all, Runnable issued) {
    principals.clear();
    rows.restart(all.isEmpty() ? rows.next() : all.get(0).session().number());
    all.forEach(this::put);
    issued.run();
    tokens.forEach(this::need);
  }
}

package io.ipbx.mock.auth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One login and the tokens that came of it. Its own lock makes a refresh one step: of several that
 * present the same refresh token at once, exactly one is the first.
 */
final class Session {

  private static final int REMEMBERED_TOKENS = 10_000;

  private final String id;
  private final Principal principal;
  private final Scopes scopes;
  private final long started;
  private final Queue<Digest> issued = new ArrayDeque<>(1);
  private final List<String> refreshable = new ArrayList<>(1);
  private @Nullable String lastUsed;
  private long lastUsedAt;
  private long touched;
  private boolean detached;
  private volatile boolean ended;

  /** A session that starts now. */
  Session(String id, Principal principal, Scopes scopes, long now) {
    this.id = id;
    this.principal = principal;
    this.scopes = scopes;
    this.started = now;
    this.touched = now;
  }

  /** A session as it was. */
  Session(SessionState state) {
    this(state.id(), state.principal(), state.scopes(), state.started());
    this.refreshable.addAll(state.refreshable());
    this.lastUsed = state.lastUsed();
    this.lastUsedAt = state.lastUsedAt();
    this.touched = state.touched();
    this.detached = state.detached();
    this.ended = state.ended();
  }

  synchronized SessionState state() {
    return new SessionState(
        id,
        principal,
        scopes,
        started,
        touched,
        List.copyOf(refreshable),
        lastUsed,
        lastUsedAt,
        detached,
        ended);
  }

  String id() {
    return id;
  }

  Principal principal() {
    return principal;
  }

  Scopes scopes() {
    return scopes;
  }

  /** Milliseconds that {@code sessionMax} seconds leave it; negative once they are over. */
  long remaining(long sessionMax, long now) {
    return started + sessionMax * 1000 - now;
  }

  /** Whether it is over by the clock; the last second is too short for a token. */
  synchronized boolean isExpired(long idleSeconds, long sessionMax, long now) {
    boolean idle = !scopes.offline() && now >= touched + idleSeconds * 1000;
    return idle || remaining(sessionMax, now) < 1000;
  }

  void end() {
    ended = true;
  }

  /** Whether its access tokens are still good. */
  boolean isAlive() {
    return !ended && !isDetached();
  }

  private synchronized boolean isDetached() {
    return detached;
  }

  boolean isEnded() {
    return ended;
  }

  /**
   * Remembers what a grant issued.
   *
   * @return an access token forgotten in its place, or null
   */
  synchronized @Nullable Digest remember(Digest access) {
    issued.add(access);
    return issued.size() > REMEMBERED_TOKENS ? issued.poll() : null;
  }

  /** The access tokens it remembers. */
  synchronized List<Digest> issued() {
    return List.copyOf(issued);
  }

  /** The first refresh token of the session. */
  synchronized void allow(String refreshJti) {
    refreshable.add(refreshJti);
  }

  /**
   * Uses the refresh token {@code jti} up and allows {@code successor} in its stead; without
   * rotation nothing is ever used up. Using one a second time ends the whole family, as a thief and
   * the owner cannot be told apart.
   *
   * @param grace milliseconds for which the one used last is taken again
   */
  synchronized void rotate(String jti, String successor, boolean rotation, long grace, long now) {
    if (detached) {
      throw new OAuthException(OAuthError.invalidGrant("Session doesn't have required client"));
    }
    if (!rotation || refreshable.contains(jti)) {
      refreshable.clear();
      lastUsed = jti;
      lastUsedAt = now;
    } else if (!jti.equals(lastUsed) || now - lastUsedAt >= grace) {
      detached = true;
      throw new OAuthException(
          OAuthError.invalidGrant(
              jti.equals(lastUsed)
                  ? "Maximum allowed refresh token reuse exceeded"
                  : "Stale token"));
    }
    refreshable.add(successor);
    touched = now;
  }
}

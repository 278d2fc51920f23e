package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All logins, the oldest first. Whatever is over leaves when a new one comes, and the oldest leave
 * when there are too many, so that memory is bounded without a timer.
 */
final class Sessions {

  /** An access token that was issued. */
  record Issued(Session session, long expiresAt) {

    Issued expired() {
      return new Issued(session, Long.MIN_VALUE);
    }
  }

  private final ConcurrentMap<String, Session> byId = new ConcurrentHashMap<>();
  private final ConcurrentMap<Digest, Issued> byToken = new ConcurrentHashMap<>();
  private final Queue<Session> inOrder = new ConcurrentLinkedQueue<>();
  private final Lock cleaning = new ReentrantLock();
  private final AtomicInteger kept = new AtomicInteger();

  Session open(Principal principal, Scopes scopes, MockSettings settings, long now) {
    makeRoom(settings, now);
    Session session = new Session(Ids.session(settings), principal, scopes, now);
    byId.put(session.id(), session);
    inOrder.add(session);
    kept.incrementAndGet();
    return session;
  }

  /** One thread at a time: it does for all who come meanwhile. */
  private void makeRoom(MockSettings settings, long now) {
    if (!cleaning.tryLock()) {
      return;
    }
    try {
      Session oldest = inOrder.peek();
      while (oldest != null
          && (kept.get() >= settings.getMaxSessions() || isOver(oldest, settings, now))) {
        forgetOldest();
        oldest = inOrder.peek();
      }
    } finally {
      cleaning.unlock();
    }
  }

  private void forgetOldest() {
    Session oldest = inOrder.poll();
    if (oldest != null) {
      kept.decrementAndGet();
      end(oldest);
      oldest.issued().forEach(byToken::remove);
    }
  }

  private static boolean isOver(Session session, MockSettings settings, long now) {
    return session.isExpired(settings.getRefreshTokenTtl(), settings.getSessionMax(), now);
  }

  /** The live session of that id; null when there is none. */
  @Nullable Session active(String id, MockSettings settings, long now) {
    Session session = byId.get(id);
    return session == null || session.isEnded() || isOver(session, settings, now) ? null : session;
  }

  void remember(Session session, Digest access, long expiresAt) {
    byToken.put(access, new Issued(session, expiresAt));
    Digest forgotten = session.remember(access);
    if (forgotten != null) {
      byToken.remove(forgotten);
    }
  }

  /** All of them, with their access tokens. */
  JsonArray snapshot() {
    JsonArray all = new JsonArray();
    for (Session session : inOrder) {
      JsonArray tokens = new JsonArray();
      for (Digest token : session.issued()) {
        Issued issued = byToken.get(token);
        if (issued != null) {
          tokens.add(token.toJson().put("expiresAt", issued.expiresAt()));
        }
      }
      all.add(session.state().toJson().put("issued", tokens));
    }
    return all;
  }

  /** Reads what {@link #snapshot} wrote; puts it in the place of what is there when run. */
  Runnable read(Fields snapshot) {
    List<Kept> sessions = snapshot.list("sessions", Kept::of);
    return () -> {
      clear();
      for (Kept one : sessions) {
        Session session = new Session(one.state());
        if (!session.isEnded()) {
          byId.put(session.id(), session);
        }
        inOrder.add(session);
        kept.incrementAndGet();
        one.issued().forEach((token, expiresAt) -> remember(session, token, expiresAt));
      }
    };
  }

  /** A session put aside, and when its access tokens expire. */
  private record Kept(SessionState state, Map<Digest, Long> issued) {

    static Kept of(String where, Object json) {
      Fields session = Fields.of(where, json);
      Map<Digest, Long> issued = new LinkedHashMap<>();
      session
          .list("issued", Fields::of)
          .forEach(token -> issued.put(Digest.of(token), token.number("expiresAt")));
      return new Kept(SessionState.of(session), issued);
    }
  }

  @Nullable Issued issued(Digest access) {
    return byToken.get(access);
  }

  /** Ends the session; its tokens stay known, as those of a session that is no more. */
  void end(Session session) {
    session.end();
    byId.remove(session.id(), session);
  }

  /** Ends all that {@code which} picks; the number ended. */
  int end(Predicate<Session> which) {
    int ended = 0;
    for (Session session : byId.values()) {
      if (which.test(session)) {
        end(session);
        ended++;
      }
    }
    return ended;
  }

  /** Lets all access tokens of those that {@code which} picks expire. */
  void expire(Predicate<Session> which) {
    byId.values().stream()
        .filter(which)
        .flatMap(session -> session.issued().stream())
        .forEach(token -> byToken.computeIfPresent(token, (key, issued) -> issued.expired()));
  }

  void clear() {
    cleaning.lock();
    try {
      while (!inOrder.isEmpty()) {
        forgetOldest();
      }
    } finally {
      cleaning.unlock();
    }
  }
}

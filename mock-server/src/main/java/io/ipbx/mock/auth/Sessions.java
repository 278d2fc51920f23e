package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All logins, the oldest first. Whatever is over leaves when a new one comes, and the oldest leave
 * when there are too many, so that memory is bounded without a timer.
 */
final class Sessions {

  /** An access token that was issued. */
  record Issued(Session session, long expiresAt) {}

  private final ConcurrentMap<String, Session> byId = new ConcurrentHashMap<>();
  private final ConcurrentMap<Digest, Issued> byToken = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<Long, Session> inOrder = new ConcurrentSkipListMap<>();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicInteger kept = new AtomicInteger();

  Session open(Principal principal, Scopes scopes, MockSettings settings, long now) {
    makeRoom(settings, now);
    long number = opened.incrementAndGet();
    Session session = new Session(number, Ids.session(settings), principal, scopes, now);
    byId.put(session.id(), session);
    inOrder.put(number, session);
    kept.incrementAndGet();
    return session;
  }

  private void makeRoom(MockSettings settings, long now) {
    Map.Entry<Long, Session> oldest = inOrder.firstEntry();
    while (oldest != null
        && (isOver(oldest.getValue(), settings, now) || kept.get() >= settings.getMaxSessions())) {
      forget(oldest.getValue());
      oldest = inOrder.firstEntry();
    }
  }

  private static boolean isOver(Session session, MockSettings settings, long now) {
    return session.isExpired(settings.getRefreshTokenTtl(), settings.getSessionMax(), now);
  }

  private void forget(Session session) {
    end(session);
    if (inOrder.remove(session.number()) != null) {
      kept.decrementAndGet();
      session.issued().forEach(byToken::remove);
    }
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

  void clear() {
    inOrder.values().forEach(this::forget);
  }
}

package io.ipbx.sdk.auth.impl;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ipbx.sdk.IpbxException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The impersonated users of an access: as many as allowed, each forgotten when long unused. */
final class Impersonations implements Runway {

  private final Cache<String, IdentityTokens> users;
  private final ConcurrentMap<String, IdentityTokens> flying = new ConcurrentHashMap<>();
  private final Function<String, IdentityTokens> maker;

  /**
   * @param maker makes the tokens of the user with that e-mail, with this as their runway
   */
  Impersonations(
      int atMost, Duration idle, LongSupplier nanoTime, Function<String, IdentityTokens> maker) {
    this.maker = maker;
    this.users =
        Caffeine.newBuilder()
            .maximumSize(atMost)
            .expireAfterAccess(idle)
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /**
   * @param email in lower case
   */
  IdentityTokens of(String email) {
    IdentityTokens airborne = flying.get(email);
    return airborne != null ? airborne : users.get(email, maker);
  }

  /**
   * The same without making any, or keeping them from being forgotten; null when there are none.
   */
  @Nullable IdentityTokens find(String email) {
    IdentityTokens airborne = flying.get(email);
    return airborne != null ? airborne : users.policy().getIfPresentQuietly(email);
  }

  /** Forgets every user's tokens; who waits for one fails with {@code why}. */
  void ground(IpbxException why) {
    // In this order: a user whose flight ends meanwhile moves from the air into the cache.
    flying.values().forEach(user -> user.ground(why));
    users.asMap().values().forEach(user -> user.ground(why));
  }

  @Override
  public IdentityTokens claim(IdentityTokens claimant) {
    IdentityTokens holder = flying.putIfAbsent(subject(claimant), claimant);
    return holder != null ? holder : claimant;
  }

  @Override
  public void release(IdentityTokens holder) {
    String subject = subject(holder);
    if (flying.get(subject) == holder) {
      // Where the cache forgot it in flight it comes back, and with it what the flight brought.
      users.put(subject, holder);
      flying.remove(subject, holder);
    }
  }

  private static String subject(IdentityTokens user) {
    String subject = user.identity().subject();
    return subject != null ? subject : "";
  }
}

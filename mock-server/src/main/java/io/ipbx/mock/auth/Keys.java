package io.ipbx.mock.auth;

import io.ipbx.mock.Signing;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The realm's keys, each made when first needed. After a rotation the old ones stay published, as a
 * real server keeps them passive for the tokens that are still about.
 */
final class Keys {

  private final Map<Signing, SigningKey> active = new ConcurrentHashMap<>();
  private final List<SigningKey> passive = new CopyOnWriteArrayList<>();
  private volatile @Nullable SigningKey refresh;

  SigningKey of(Signing algorithm) {
    SigningKey key = active.get(algorithm);
    return key != null
        ? key
        : active.computeIfAbsent(algorithm, made -> SigningKey.of(made, NativeCrypto.provider()));
  }

  SigningKey refresh() {
    SigningKey key = refresh;
    return key != null ? key : makeRefresh();
  }

  private synchronized SigningKey makeRefresh() {
    SigningKey key = refresh;
    if (key == null) {
      key = SigningKey.forRefresh(NativeCrypto.provider());
      refresh = key;
    }
    return key;
  }

  /** New keys from the next token on. */
  void rotate() {
    for (Signing algorithm : Signing.values()) {
      SigningKey old = active.remove(algorithm);
      if (old != null) {
        passive.add(old);
      }
    }
  }

  /** The key set (RFC 7517 section 5), which always holds the key now in use. */
  JsonArray published(Signing inUse) {
    of(inUse);
    JsonArray keys = new JsonArray();
    active.values().forEach(key -> publish(key, keys));
    passive.forEach(key -> publish(key, keys));
    return keys;
  }

  private static void publish(SigningKey key, JsonArray keys) {
    if (key.jwk() != null) {
      keys.add(key.jwk());
    }
  }
}

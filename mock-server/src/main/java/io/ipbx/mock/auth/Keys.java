package io.ipbx.mock.auth;

import io.ipbx.mock.Signing;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The realm's keys, each made when first needed. After a rotation the last of the old ones stay
 * published, as a real server keeps them passive for the tokens that are still about.
 */
final class Keys {

  private static final int MOST_PASSIVE = 8;

  private final Map<Signing, SigningKey> active = new ConcurrentHashMap<>();
  private volatile List<SigningKey> passive = List.of();
  private volatile @Nullable SigningKey refresh;

  /** Whether {@link #of} has it ready; making one can take longer than an event loop may. */
  boolean isMade(Signing algorithm) {
    return active.containsKey(algorithm);
  }

  /** Whether it is ready, and signs fast enough for an event loop. */
  boolean isQuick(Signing algorithm) {
    SigningKey key = active.get(algorithm);
    return key != null && key.signer().isQuick();
  }

  SigningKey of(Signing algorithm) {
    SigningKey key = active.get(algorithm);
    return key != null ? key : active.computeIfAbsent(algorithm, SigningKey::of);
  }

  SigningKey refresh() {
    SigningKey key = refresh;
    return key != null ? key : makeRefresh();
  }

  private synchronized SigningKey makeRefresh() {
    SigningKey key = refresh;
    if (key == null) {
      key = SigningKey.forRefresh();
      refresh = key;
    }
    return key;
  }

  /** New keys from the next token on. */
  synchronized void rotate() {
    List<SigningKey> former = new ArrayList<>(passive);
    for (Signing algorithm : Signing.values()) {
      SigningKey old = active.remove(algorithm);
      if (old != null) {
        former.add(old);
      }
    }
    keep(former);
  }

  /** Keeps the last few that were published; nobody looks for a secret again. */
  private void keep(List<SigningKey> former) {
    List<SigningKey> shown = former.stream().filter(key -> key.jwk() != null).toList();
    passive = List.copyOf(shown.subList(Math.max(0, shown.size() - MOST_PASSIVE), shown.size()));
  }

  /** Forgets the keys that are not in use any more. */
  synchronized void dropFormer() {
    passive = List.of();
  }

  /** All keys, as they can be made again. */
  JsonObject snapshot() {
    JsonArray inUse = new JsonArray();
    active.values().forEach(key -> inUse.add(key.material().toJson()));
    JsonArray former = new JsonArray();
    passive.forEach(key -> former.add(key.material().toJson()));
    return new JsonObject()
        .put("active", inUse)
        .put("passive", former)
        .put("refresh", refresh().material().toJson());
  }

  /** Reads what {@link #snapshot} wrote; puts it in force when run. */
  Runnable read(Fields snapshot) {
    List<SigningKey> inUse = snapshot.list("active", Keys::signing);
    List<SigningKey> former = snapshot.list("passive", Keys::signing);
    SigningKey secret = snapshot.part("refresh", Keys::refresh);
    Map<Signing, SigningKey> byAlgorithm = new EnumMap<>(Signing.class);
    inUse.forEach(key -> byAlgorithm.put(Signing.valueOf(key.material().algorithm()), key));
    return () -> {
      synchronized (this) {
        active.clear();
        active.putAll(byAlgorithm);
        keep(former);
        refresh = secret;
      }
    };
  }

  private static SigningKey signing(String where, Object json) {
    return key(
        where, json, Arrays.stream(Signing.values()).map(Enum::name).collect(Collectors.toSet()));
  }

  private static SigningKey refresh(String where, Object json) {
    return key(where, json, Set.of(SigningKey.REFRESH));
  }

  private static SigningKey key(String where, Object json, Set<String> allowed) {
    KeyMaterial material = KeyMaterial.of(where, json);
    if (!allowed.contains(material.algorithm())) {
      throw new IllegalArgumentException(
          where
              + ": algorithm is '"
              + material.algorithm()
              + "': allowed are "
              + String.join(", ", new TreeSet<>(allowed)));
    }
    try {
      return SigningKey.of(material);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(where + ": " + wrong.getMessage(), wrong);
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

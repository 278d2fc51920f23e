package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Locks an access for a while after too many wrong passwords in a row. Known accesses only. */
final class BruteForce {

  private record Attempts(int failures, long lockedUntil) {}

  private static final Attempts CLEAN = new Attempts(0, Long.MIN_VALUE);

  private final ConcurrentMap<String, Attempts> records = new ConcurrentHashMap<>();

  boolean isLocked(String email, MockSettings settings, long now) {
    return settings.getBruteForceFailures() > 0
        && now < records.getOrDefault(email, CLEAN).lockedUntil();
  }

  void failed(String email, MockSettings settings, long now) {
    int most = settings.getBruteForceFailures();
    if (most > 0) {
      records.compute(
          email,
          (key, old) -> {
            int failures = (old == null ? CLEAN : old).failures() + 1;
            return failures < most
                ? new Attempts(failures, Long.MIN_VALUE)
                : new Attempts(0, now + settings.getBruteForceWait() * 1000);
          });
    }
  }

  void succeeded(String email) {
    if (!records.isEmpty()) {
      records.remove(email);
    }
  }

  JsonObject snapshot() {
    JsonObject all = new JsonObject();
    records.forEach(
        (email, attempts) ->
            all.put(
                email,
                new JsonObject()
                    .put("failures", attempts.failures())
                    .put("lockedUntil", attempts.lockedUntil())));
    return all;
  }

  /** Reads what {@link #snapshot} wrote; puts it in the place of what is there when run. */
  Runnable read(Fields snapshot) {
    Map<String, Attempts> read = new HashMap<>();
    snapshot
        .members("locks", Fields::of)
        .forEach(
            (email, attempts) ->
                read.put(
                    email,
                    new Attempts(
                        (int) attempts.number("failures"), attempts.number("lockedUntil"))));
    return () -> {
      records.clear();
      records.putAll(read);
    };
  }

  void clear() {
    records.clear();
  }
}

package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.spi.TokenStore.Entry;
import io.ipbx.sdk.spi.TokenStore.Lease;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of one identity in a store. Every answer comes within {@link #PATIENCE} and on the
 * engine's context; whatever goes wrong is a {@link StoreFailure}.
 */
final class StorePlace {

  /** For one answer of the store; what takes longer counts as down. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final TokenStore store;
  private final String key;
  private final StoredTokens form;
  private final EngineContext engine;
  private int unsettled;

  StorePlace(TokenStore store, String key, StoredTokens form, EngineContext engine) {
    this.store = store;
    this.key = key;
    this.form = form;
    this.engine = engine;
  }

  /** What is found in the place, and the tag by which it is known; null for an empty place. */
  record Found(@Nullable String tag, TokenSet tokens) {}

  /** Names no access and has the same length for each. */
  static String key(TokenIdentity identity, @Nullable String scope) {
    String whose =
        String.join(
            "\n",
            identity.authUrl(),
            identity.clientId(),
            identity.username().toLowerCase(Locale.ROOT),
            scope == null ? "" : scope);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whose.getBytes(StandardCharsets.UTF_8));
      return "ipbx:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  Future<Found> load() {
    return bounded(() -> store.load(key), () -> {}, late -> {}).map(this::found);
  }

  private Found found(@Nullable Entry entry) {
    return entry == null
        ? new Found(null, TokenSet.EMPTY)
        : new Found(entry.tag(), form.decode(entry.data(), entry.age()));
  }

  /**
   * Puts {@code tokens} in the place of {@code old}; null when that is no longer there.
   *
   * @param late told when they come there after this failed
   */
  Future<@Nullable Found> replace(Found old, TokenSet tokens, Runnable late) {
    Entry next = new Entry(UUID.randomUUID().toString(), form.encode(tokens));
    unsettled++;
    return bounded(
            () -> store.replace(key, old.tag(), next, form.useful(tokens)),
            () -> unsettled--,
            replaced -> {
              if (replaced) {
                late.run();
              }
            })
        .map(replaced -> replaced ? new Found(next.tag(), tokens) : null);
  }

  /** Whether nothing that was given up can still come into the store. */
  boolean isSettled() {
    return unsettled == 0;
  }

  Future<Void> clear() {
    return bounded(() -> store.remove(key), () -> {}, late -> {});
  }

  Future<@Nullable Lease> tryLock() {
    return bounded(
        () -> store.tryLock(key),
        () -> {},
        late -> {
          if (late != null) {
            free(late);
          }
        });
  }

  /** Complete in any case: a lock that cannot be freed ends with its lease. */
  Future<Void> free(Lease lease) {
    return bounded(lease::release, () -> {}, late -> {}).otherwiseEmpty();
  }

  /**
   * @param settled told when the store has answered, in time or not
   * @param tooLate gets what it brings when that is not in time
   */
  private <T> Future<T> bounded(Supplier<Future<T>> call, Runnable settled, Consumer<T> tooLate) {
    Promise<T> told = Promise.promise();
    Scheduled timer =
        engine
            .time()
            .schedule(
                PATIENCE,
                () -> told.tryFail(new StoreFailure("no answer within " + PATIENCE, null)));
    ask(call)
        .onComplete(
            answer -> {
              timer.cancel();
              engine.run(
                  () -> {
                    settled.run();
                    if (answer.failed()) {
                      told.tryFail(new StoreFailure("the token store failed", answer.cause()));
                    } else if (!told.tryComplete(answer.result())) {
                      tooLate.accept(answer.result());
                    }
                  });
            });
    return told.future();
  }

  private static <T> Future<T> ask(Supplier<Future<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }
}

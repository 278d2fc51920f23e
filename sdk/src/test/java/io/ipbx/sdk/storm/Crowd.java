package io.ipbx.sdk.storm;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Callers on contexts of their own, all of whom want a token of every identity at once. */
final class Crowd {

  private static final int CALL_EVERY = 50;

  private final List<Context> contexts;
  private final Time time;
  private final ConcurrentMap<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final LongAdder acquisitions = new LongAdder();
  private final LongAdder expired = new LongAdder();
  private final LongAdder asked = new LongAdder();

  Crowd(Vertx vertx, int callers, Time time) {
    // Not getOrCreateContext, which gives one thread contexts of one event loop only.
    this.contexts =
        Stream.<Context>generate(((VertxInternal) vertx)::createEventLoopContext)
            .limit(callers)
            .toList();
    this.time = time;
  }

  /** One identity: a client and whose tokens it uses. */
  record Identity(IpbxClient client) {}

  /**
   * Lets each caller ask for a token of each identity.
   *
   * @return how many were left without an answer
   */
  long ask(List<Identity> identities) throws InterruptedException {
    int calls = contexts.size() * identities.size();
    CountDownLatch answers = new CountDownLatch(calls);
    for (Context context : contexts) {
      context.runOnContext(go -> identities.forEach(identity -> ask(identity, answers)));
    }
    boolean all = answers.await(120, TimeUnit.SECONDS);
    return all ? 0 : answers.getCount();
  }

  private void ask(Identity identity, CountDownLatch answers) {
    acquisitions.increment();
    asked.increment();
    Tokens tokens = identity.client().tokens();
    Future<?> answer =
        asked.sum() % CALL_EVERY == 0
            ? identity.client().send(IpbxRequest.get("/calls").query("pageSize", 1))
            : tokens.current().onSuccess(this::look);
    answer.onComplete(
        end -> {
          String outcome = end.succeeded() ? "served" : end.cause().getClass().getSimpleName();
          outcomes.computeIfAbsent(outcome, any -> new LongAdder()).increment();
          answers.countDown();
        });
  }

  private void look(AccessToken token) {
    if (!token.expiresAt().isAfter(time.instant())) {
      expired.increment();
    }
  }

  long acquisitions() {
    return acquisitions.sum();
  }

  /** Tokens that were given out after their end. */
  long expired() {
    return expired.sum();
  }

  Map<String, LongAdder> outcomes() {
    return outcomes;
  }
}

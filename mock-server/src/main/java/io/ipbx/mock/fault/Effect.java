package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultCount;
import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.WayOut;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The effect of one rule, made ready. */
record Effect(FaultType.Role role, boolean isRandom, Decision decision) {

  /** What an effect does to one request. */
  @FunctionalInterface
  interface Due {

    void join(Plan plan, String rule);
  }

  /** Finds what is due to a request. */
  @FunctionalInterface
  interface Decision {

    /** Null when nothing is; {@code chance} is there for a random effect. */
    @Nullable Due due(String identity, long now, @Nullable SplittableRandom chance);
  }

  @Nullable Due due(String identity, long now, @Nullable SplittableRandom chance) {
    return decision.due(identity, now, chance);
  }

  static Effect of(FaultRule rule, Held held, ServerActions server) {
    FaultEffect effect = rule.getEffect();
    FaultType type = Objects.requireNonNull(effect.getType());
    return switch (type) {
      case LATENCY -> latency(new Latency(effect));
      case QUOTA -> quota(rule, effect);
      case STATUS ->
          replacement(
              way -> Replacements.status(effect, Objects.requireNonNull(effect.getStatus())));
      case HTML -> replacement(way -> Replacements.html(effect));
      case RESET_BEFORE_HEADERS -> replacement(way -> Replacements.reset());
      case NEVER_ANSWER -> replacement(generation -> Replacements.silence(held, generation));
      case ACT_THEN_CUT -> spoil(way -> Spoils.cut());
      case RESET_AFTER_HEADERS -> spoil(way -> Spoils.resetAfterHeaders());
      case CUT_BODY -> spoil(way -> Spoils.cutBody(effect.getBytes()));
      case MALFORMED_JSON -> spoil(way -> Spoils.malformed());
      case CONTENT_TYPE -> spoil(way -> Spoils.contentType(effect.getContentType()));
      case DRIP -> spoil(generation -> Spoils.drip(effect, held, generation));
      case EXPIRE -> action(exchange -> forIdentity(exchange, server::expire));
      case REVOKE -> action(exchange -> forIdentity(exchange, server::revoke));
      case ROTATE_KEYS -> action(exchange -> server.rotateKeys());
    };
  }

  private static Effect latency(Latency latency) {
    return new Effect(
        FaultType.Role.DELAY,
        latency.isRandom(),
        (identity, now, chance) -> {
          long millis = latency.millis(chance);
          return (plan, rule) -> plan.delay(rule, millis);
        });
  }

  private static Effect quota(FaultRule rule, FaultEffect effect) {
    Quota quota =
        new Quota(
            Objects.requireNonNull(effect.getLimit()),
            Objects.requireNonNull(effect.getPeriod()) * 1_000,
            rule.getMatch().getCount() == FaultCount.ALL);
    return new Effect(
        FaultType.Role.REPLACE,
        false,
        (identity, now, chance) -> {
          long wait = quota.take(identity, now);
          return wait == 0
              ? null
              : (plan, id) -> plan.replace(id, Replacements.overQuota(effect, wait));
        });
  }

  /** Ways out are made for a generation of faults, which some of them must not outlive. */
  private static Effect replacement(IntFunction<WayOut> with) {
    return always(
        FaultType.Role.REPLACE, (plan, rule) -> plan.replace(rule, with.apply(plan.generation())));
  }

  private static Effect spoil(IntFunction<WayOut> way) {
    return always(
        FaultType.Role.SPOIL, (plan, rule) -> plan.spoil(rule, way.apply(plan.generation())));
  }

  private static Effect action(Consumer<HttpExchange> action) {
    return always(FaultType.Role.ACT, (plan, rule) -> plan.act(rule, action));
  }

  private static Effect always(FaultType.Role role, Due due) {
    return new Effect(role, false, (identity, now, chance) -> due);
  }

  /**
   * For whoever presents the token or password: of {@code access→user} in an exchange, the access.
   */
  private static void forIdentity(HttpExchange exchange, Consumer<String> action) {
    String identity = exchange.identity();
    if (identity != null) {
      boolean isExchange = "exchange".equals(exchange.grant());
      action.accept(isExchange ? identity.substring(0, identity.indexOf('→')) : identity);
    }
  }
}

package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultCount;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.wire.HttpExchange;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A rule in force: its conditions made ready, its counts, and what is left of its life. */
final class ActiveRule {

  private final FaultRule rule;
  private final String id;
  private final FaultMatch match;
  private final Conditions conditions;
  private final Effect effect;
  private final Counts counts;
  private final Counts draws = new Counts(false);
  private final boolean random;
  private final boolean counting;
  private final long seed;
  private final @Nullable AtomicLong left;
  private final long gone;
  private final LongAdder acted;

  /**
   * A rule that starts now.
   *
   * @param rule with id and seed; nobody else's copy
   * @param now by the mock's clock
   */
  ActiveRule(FaultRule rule, Effect effect, long now, LongAdder acted) {
    this.rule = rule;
    this.id = rule.getId();
    this.match = rule.getMatch();
    this.conditions = Conditions.of(match);
    this.effect = effect;
    this.counts = new Counts(match.getCount() == FaultCount.ALL);
    this.random = match.getProbability() < 1 || effect.isRandom();
    this.counting = match.getNth() > 0 || match.getFirst() > 0;
    this.seed = Objects.requireNonNull(match.getSeed());
    this.left = rule.getTimes() == 0 ? null : new AtomicLong(rule.getTimes());
    this.gone = rule.getTtl() == 0 ? Long.MAX_VALUE : now + rule.getTtl() * 1_000;
    this.acted = acted;
  }

  String id() {
    return id;
  }

  @Nullable String endpoint() {
    return match.getEndpoint();
  }

  /** A copy of the rule as it was added. */
  FaultRule rule() {
    return new FaultRule(rule);
  }

  /** Whether its life is over. */
  boolean isOver(long now) {
    return now >= gone || (left != null && left.get() <= 0);
  }

  boolean fits(HttpExchange exchange, long now) {
    return conditions.fit(exchange, now);
  }

  /** Counts a request that fits, and adds to {@code plan} if its turn has come. */
  void join(Plan plan, long now) {
    String whose = Objects.requireNonNullElse(plan.exchange().identity(), "");
    SplittableRandom chance = random ? Draws.of(seed, whose, draws.next(whose)) : null;
    if ((!counting || isTurn(counts.next(whose))) && isDrawn(chance)) {
      Effect.Due due = effect.due(whose, now, chance);
      if (due != null && !(isAnswer() && plan.hasAnswer()) && take()) {
        acted.increment();
        due.join(plan, id);
      }
    }
  }

  private boolean isTurn(long number) {
    return (match.getNth() == 0 || number == match.getNth())
        && (match.getFirst() == 0 || number <= match.getFirst());
  }

  private boolean isDrawn(@Nullable SplittableRandom chance) {
    return chance == null
        || match.getProbability() == 1
        || chance.nextDouble() < match.getProbability();
  }

  private boolean isAnswer() {
    FaultType.Role role = effect.role();
    return role == FaultType.Role.REPLACE || role == FaultType.Role.SPOIL;
  }

  private boolean take() {
    return left == null || left.getAndDecrement() > 0;
  }
}

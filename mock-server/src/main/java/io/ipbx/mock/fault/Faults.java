package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.control.MockFaults;
import io.ipbx.mock.wire.Gate;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults of one mock, standing at the gate that every exchange passes. */
public final class Faults implements MockFaults, Gate {

  private static final int MOST_COUNTED = 10_000;

  private final MockClock clock;
  private final long seed;
  private final Supplier<Set<String>> endpoints;
  private final ServerActions server;
  private final Held held;
  private final Map<String, LongAdder> acted = new ConcurrentHashMap<>();
  private volatile RuleIndex index = RuleIndex.EMPTY;
  private long number;

  /**
   * No faults yet.
   *
   * @param seed for the rules that have none
   * @param endpoints the names that a rule may be for; asked when there is one
   */
  public Faults(
      Vertx vertx,
      MockClock clock,
      long seed,
      Supplier<Set<String>> endpoints,
      ServerActions server) {
    this.clock = clock;
    this.seed = seed;
    this.endpoints = endpoints;
    this.server = server;
    this.held = new Held(vertx);
  }

  @Override
  public void pass(HttpExchange exchange, Runnable handling) {
    // By position and not by iterator: nothing is allocated for a request that no rule is for.
    List<ActiveRule> rules = index.at(exchange.endpoint());
    Plan plan = rules.isEmpty() ? null : plan(exchange, rules);
    if (plan == null) {
      handling.run();
    } else {
      plan.carryOut(held, handling);
    }
  }

  private @Nullable Plan plan(HttpExchange exchange, List<ActiveRule> rules) {
    long now = clock.millis();
    int generation = held.generation();
    Plan plan = null;
    for (int i = 0; i < rules.size(); i++) {
      ActiveRule rule = rules.get(i);
      if (rule.isOver(now)) {
        retire(now);
      } else if (rule.fits(exchange, now)) {
        plan = plan == null ? new Plan(exchange, generation) : plan;
        rule.join(plan, now);
      }
    }
    return plan == null || plan.isEmpty() ? null : plan;
  }

  @Override
  public FaultRule add(FaultRule rule) {
    return add(rule, Set.of());
  }

  /**
   * Adds a rule.
   *
   * @param reserved ids that it is not given if it has none
   */
  private synchronized FaultRule add(FaultRule rule, Set<String> reserved) {
    FaultRule added = new FaultRule(rule).validate();
    check(added);
    number++;
    if (added.getId().isEmpty()) {
      added.setId(freeId(reserved));
    }
    if (added.getMatch().getSeed() == null) {
      added.getMatch().setSeed(seed + number);
    }
    long now = clock.millis();
    retire(now);
    List<ActiveRule> rules = new ArrayList<>(index.all());
    Effect effect = Effect.of(added, held, server);
    rules.add(new ActiveRule(added, effect, now, counter(added.getId())));
    index = RuleIndex.of(rules);
    return new FaultRule(added);
  }

  /**
   * What puts {@code rules} in the place of those in force, counted from the start.
   *
   * @throws IllegalArgumentException naming what is wrong with one and what is allowed
   */
  public Runnable replacement(List<FaultRule> rules) {
    Set<String> ids = new HashSet<>();
    for (FaultRule rule : rules) {
      checkKind(rule.validate());
      if (!rule.getId().isEmpty() && !ids.add(rule.getId())) {
        throw new IllegalArgumentException("two faults have the id '" + rule.getId() + "'");
      }
    }
    return () -> replace(rules, ids);
  }

  private synchronized void replace(List<FaultRule> rules, Set<String> reserved) {
    clear();
    rules.forEach(rule -> add(rule, reserved));
  }

  private void check(FaultRule rule) {
    checkKind(rule);
    String id = rule.getId();
    if (isInForce(id)) {
      throw new IllegalArgumentException("id is '" + id + "': a rule of that id is in force");
    }
  }

  private void checkKind(FaultRule rule) {
    String endpoint = rule.getMatch().getEndpoint();
    if (endpoint != null && !endpoints.get().contains(endpoint)) {
      throw new IllegalArgumentException(
          "match.endpoint is '" + endpoint + "': allowed are " + new TreeSet<>(endpoints.get()));
    }
    FaultType type = rule.getEffect().getType();
    String obstacle = Wire.obstacle();
    if (obstacle != null
        && (type == FaultType.RESET_BEFORE_HEADERS || type == FaultType.RESET_AFTER_HEADERS)) {
      throw new IllegalArgumentException("effect.type is " + type + ": " + obstacle);
    }
  }

  private boolean isInForce(String id) {
    long now = clock.millis();
    return index.all().stream().anyMatch(rule -> rule.id().equals(id) && !rule.isOver(now));
  }

  private String freeId(Set<String> reserved) {
    String id = "fault-" + number;
    while (reserved.contains(id) || isInForce(id)) {
      number++;
      id = "fault-" + number;
    }
    return id;
  }

  /** Bounded: with very many rules those that are gone are forgotten. */
  private LongAdder counter(String id) {
    if (acted.size() >= MOST_COUNTED) {
      acted.keySet().retainAll(index.all().stream().map(ActiveRule::id).toList());
    }
    return acted.computeIfAbsent(id, made -> new LongAdder());
  }

  @Override
  public List<FaultRule> list() {
    long now = clock.millis();
    return index.all().stream().filter(rule -> !rule.isOver(now)).map(ActiveRule::rule).toList();
  }

  @Override
  public @Nullable FaultRule find(String id) {
    return list().stream().filter(rule -> id.equals(rule.getId())).findFirst().orElse(null);
  }

  @Override
  public synchronized boolean remove(String id) {
    boolean known = isInForce(id);
    keep(rule -> !rule.id().equals(id));
    return known;
  }

  private synchronized void retire(long now) {
    keep(rule -> !rule.isOver(now));
  }

  private void keep(Predicate<ActiveRule> which) {
    index = RuleIndex.of(index.all().stream().filter(which).toList());
  }

  @Override
  public synchronized MockFaults clear() {
    index = RuleIndex.EMPTY;
    acted.clear();
    number = 0;
    held.cutAll();
    return this;
  }

  @Override
  public long acted(String id) {
    LongAdder count = acted.get(id);
    return count == null ? 0 : count.sum();
  }

  @Override
  public int held() {
    return held.size();
  }
}

package io.ipbx.mock.fault;

import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.WayOut;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the rules that a request met have decided together. */
final class Plan {

  private final HttpExchange exchange;
  private final int generation;
  private final List<String> rules = new ArrayList<>(2);
  private final List<Consumer<HttpExchange>> actions = new ArrayList<>(0);
  private long delay;
  private boolean replaced;
  private @Nullable WayOut answer;

  /**
   * A plan without rules.
   *
   * @param generation of the faults now in force
   */
  Plan(HttpExchange exchange, int generation) {
    this.exchange = exchange;
    this.generation = generation;
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  int generation() {
    return generation;
  }

  HttpExchange exchange() {
    return exchange;
  }

  boolean hasAnswer() {
    return answer != null;
  }

  void delay(String rule, long millis) {
    rules.add(rule);
    delay += millis;
  }

  void act(String rule, Consumer<HttpExchange> action) {
    rules.add(rule);
    actions.add(action);
  }

  /** The server is not asked. */
  void replace(String rule, WayOut with) {
    rules.add(rule);
    replaced = true;
    answer = with;
  }

  /** The server is asked; what it says leaves by {@code way}. */
  void spoil(String rule, WayOut way) {
    rules.add(rule);
    answer = way;
  }

  /** Does it all: first the waiting, then what is done to the server, then the answer. */
  void carryOut(Held held, Runnable handling) {
    rules.forEach(exchange::acted);
    if (delay > 0) {
      held.hold(exchange, generation).after(delay, () -> act(handling));
    } else {
      act(handling);
    }
  }

  private void act(Runnable handling) {
    actions.forEach(action -> action.accept(exchange));
    if (answer != null && replaced) {
      exchange.setOutcome("fault");
      answer.send(exchange, Buffer.buffer());
      return;
    }
    if (answer != null) {
      exchange.setWayOut(answer);
    }
    handling.run();
  }
}

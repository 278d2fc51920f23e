package io.ipbx.load.scenario;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Function;

/**
 * Something that is done while the load runs.
 *
 * @param name what the report calls it, and the phase that it opens
 * @param endsTokens whether every identity needs a new token afterwards
 */
public record Deed(String name, boolean endsTokens, Function<Stage, Future<Void>> action) {

  /** Lets every token run out, on the server's clock and on that of clients that go by ours. */
  public static Deed expire(Duration lifetime) {
    Duration past = lifetime.plusSeconds(1);
    return new Deed("tokens expire", true, stage -> stage.pass(past));
  }

  /** Lets every token run out on the server's clock; clients learn of it by a 401. */
  public static Deed expireUnnoticed(Duration lifetime) {
    return new Deed(
        "tokens expire", true, stage -> stage.target().advance(lifetime.plusSeconds(1)));
  }

  /** Ends all sessions: access and refresh tokens are good no longer. */
  public static Deed revoke() {
    return new Deed(
        "sessions revoked",
        true,
        stage ->
            Future.all(stage.usernames().stream().map(stage.target()::revoke).toList()).mapEmpty());
  }

  /** Changes settings of the mock. */
  public static Deed configure(String name, JsonObject settings) {
    return new Deed(name, false, stage -> stage.target().configure(settings));
  }

  /** Lets the mock misbehave by a rule as docs/faults.md has them. */
  public static Deed fault(String name, JsonObject rule) {
    return new Deed(name, false, stage -> stage.target().fault(rule));
  }

  /** Lets the mock behave again. */
  public static Deed recover(String name) {
    return new Deed(name, false, stage -> stage.target().clearFaults());
  }

  /** Lets time pass, for the server and for clients that go by ours. */
  public static Deed pass(String name, Duration time) {
    return new Deed(name, false, stage -> stage.pass(time));
  }

  /** The same by another name. */
  public Deed named(String other) {
    return new Deed(other, endsTokens, action);
  }

  /** This and {@code next}, one after the other, under this name. */
  public Deed and(Deed next) {
    return new Deed(
        name,
        endsTokens || next.endsTokens,
        stage -> action.apply(stage).compose(done -> next.action.apply(stage)));
  }
}

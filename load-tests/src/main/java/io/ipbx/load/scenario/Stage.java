package io.ipbx.load.scenario;

import io.ipbx.load.target.Target;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Where a deed is done.
 *
 * @param clients lets time pass for the clients that go by ours
 * @param usernames the accesses of the run
 */
public record Stage(
    Target target, Function<Duration, Future<Void>> clients, List<String> usernames) {

  /** Lets time pass for the server, then for the clients that go by ours. */
  Future<Void> pass(Duration time) {
    return target.advance(time).compose(passed -> clients.apply(time));
  }
}

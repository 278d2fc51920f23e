package io.ipbx.load.scenario;

import io.ipbx.load.client.ShiftedTime;
import io.ipbx.load.target.Target;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * Where a deed is done.
 *
 * @param time of the clients that go by it
 * @param usernames the accesses of the run
 */
public record Stage(Target target, ShiftedTime time, List<String> usernames) {

  /** Lets time pass for the server, then for the clients that go by ours. */
  Future<Void> pass(Duration time) {
    return target.advance(time).onSuccess(passed -> this.time.advance(time));
  }
}

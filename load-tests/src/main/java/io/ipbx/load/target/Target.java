package io.ipbx.load.target;

import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** A server under load, and what can be done to it. */
public interface Target {

  /** What a report calls it; no secret. */
  String name();

  /** Where it is and who calls it. */
  IpbxOptions options();

  /** Whether it is in our hands: without that, every method below fails. */
  boolean controlled();

  /** Back to its beginning, with these changes to its settings. */
  Future<Void> reset(JsonObject settings);

  /** Creates accesses with the password of {@link #options}. */
  Future<Void> createAccesses(List<String> usernames);

  /** What its auth server has counted since it was reset. */
  Future<TokenCounts> stats();

  /** Moves its clock. */
  Future<Void> advance(Duration by);

  /** Ends all sessions of that access. */
  Future<Void> revoke(String username);

  /** Changes its settings. */
  Future<Void> configure(JsonObject settings);

  /** Misbehaves by that rule from now on, as docs/faults.md has them. */
  Future<Void> fault(JsonObject rule);

  /** Behaves again. */
  Future<Void> clearFaults();

  /** Leaves it; a server of our own ends. */
  Future<Void> close();
}

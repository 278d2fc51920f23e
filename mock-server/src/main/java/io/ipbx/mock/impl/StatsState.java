package io.ipbx.mock.impl;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.journal.RequestJournal;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * The counters as a part of the mock's state. What is under way when they are reset or put back
 * counts no longer.
 */
record StatsState(AuthServer auth, RequestJournal journal) implements StatePart {

  @Override
  public MockPart part() {
    return MockPart.STATS;
  }

  @Override
  public void reset() {
    auth.resetStats();
    journal.resetCounts();
  }

  TokenStats now() {
    return auth.stats(journal.byEndpoint());
  }

  @Override
  public Object snapshot() {
    return JsonObject.mapFrom(now());
  }

  @Override
  public Runnable read(Object json) {
    Fields read = Fields.of(part().key(), json);
    Map<String, TokenStats.Identity> identities = new HashMap<>();
    read.members("byIdentity", Fields::of)
        .forEach((name, identity) -> identities.put(name, identity(identity)));
    TokenStats stats =
        new TokenStats(
            read.number("requests"),
            read.number("granted"),
            0,
            (int) read.number("peak"),
            read.members("byEndpoint", Fields::number),
            read.members("byGrant", Fields::number),
            read.members("byOutcome", Fields::number),
            identities);
    return () -> {
      auth.restoreStats(stats);
      journal.restoreCounts(stats.byEndpoint());
    };
  }

  private static TokenStats.Identity identity(Fields counts) {
    return new TokenStats.Identity(
        counts.number("requests"), counts.number("granted"), 0, (int) counts.number("peak"));
  }
}

package io.ipbx.mock.auth;

import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sessions, keys and locks as a part of the mock's state. Tokens name their issuer, so a mock at
 * another address that gets them takes the tokens of the old address too.
 */
final class TokenState implements StatePart {

  private final Sessions sessions;
  private final BruteForce bruteForce;
  private final Keys keys;
  private final Issuer issuer;

  TokenState(Sessions sessions, BruteForce bruteForce, Keys keys, Issuer issuer) {
    this.sessions = sessions;
    this.bruteForce = bruteForce;
    this.keys = keys;
    this.issuer = issuer;
  }

  @Override
  public MockPart part() {
    return MockPart.TOKENS;
  }

  /** The keys in use stay: clients may have cached them, as they do of a real server. */
  @Override
  public void reset() {
    sessions.clear();
    keys.dropFormer();
    bruteForce.clear();
    issuer.follow(Set.of());
  }

  @Override
  public Object snapshot() {
    Set<String> issuers = new HashSet<>(issuer.former());
    issuers.add(issuer.name());
    return new JsonObject()
        .put("issuers", new JsonArray(List.copyOf(issuers)))
        .put("keys", keys.snapshot())
        .put("locks", bruteForce.snapshot())
        .mergeIn(sessions.snapshot());
  }

  @Override
  public Runnable read(Object json) {
    Fields tokens = Fields.of(part().key(), json);
    Set<String> issuers = new HashSet<>(tokens.texts("issuers"));
    List<Runnable> changes =
        List.of(keys.read(tokens.object("keys")), bruteForce.read(tokens), sessions.read(tokens));
    return () -> {
      changes.forEach(Runnable::run);
      issuer.follow(issuers);
    };
  }
}

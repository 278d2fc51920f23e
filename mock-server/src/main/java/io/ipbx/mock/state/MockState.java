package io.ipbx.mock.state;

import io.ipbx.mock.control.MockPart;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole state of a mock, part by part. */
public final class MockState {

  private final Map<MockPart, StatePart> parts = new EnumMap<>(MockPart.class);

  public MockState(List<StatePart> parts) {
    parts.forEach(part -> this.parts.put(part.part(), part));
  }

  /**
   * The parts that {@code only} names, separated by commas.
   *
   * @throws IllegalArgumentException naming one that is not known, and what is allowed
   */
  public Set<MockPart> named(String only) {
    Set<MockPart> named = EnumSet.noneOf(MockPart.class);
    for (String name : only.split(",", -1)) {
      named.add(part(name.strip()));
    }
    return named;
  }

  private MockPart part(String key) {
    return parts.keySet().stream()
        .filter(part -> part.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + key
                        + "' is not a part: allowed are "
                        + parts.keySet().stream()
                            .map(MockPart::key)
                            .collect(Collectors.joining(", "))));
  }

  /** The parts of {@code only}, in their order; all there are when it names none. */
  private Set<MockPart> chosen(Set<MockPart> only) {
    return only.isEmpty() ? parts.keySet() : EnumSet.copyOf(only);
  }

  public void reset(Set<MockPart> only) {
    for (MockPart part : chosen(only)) {
      of(part).reset();
    }
  }

  public JsonObject snapshot(Set<MockPart> only) {
    JsonObject snapshot = new JsonObject();
    for (MockPart part : chosen(only)) {
      snapshot.put(part.key(), of(part).snapshot());
    }
    return snapshot;
  }

  /**
   * Puts back what {@code snapshot} holds: all of it, or nothing when any of it is wrong.
   *
   * @return the parts put back
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  public Set<MockPart> restore(JsonObject snapshot) {
    Set<MockPart> given = EnumSet.noneOf(MockPart.class);
    snapshot.fieldNames().forEach(key -> given.add(part(key)));
    List<Runnable> changes = new ArrayList<>();
    for (MockPart part : given) {
      changes.add(of(part).read(snapshot.getValue(part.key())));
    }
    changes.forEach(Runnable::run);
    return given;
  }

  private StatePart of(MockPart part) {
    StatePart found = parts.get(part);
    if (found == null) {
      throw new IllegalArgumentException("this mock has no part '" + part.key() + "'");
    }
    return found;
  }
}

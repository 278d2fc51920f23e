package io.ipbx.load.scenario;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A part of a scenario's file, read strictly: what it does not know, it refuses by name. */
final class Section {

  private final String where;
  private final JsonObject members;
  private final Set<String> known;

  /**
   * @param where its name in the file; empty for the whole
   * @throws IllegalArgumentException when there is a member that is not {@code known}
   */
  Section(String where, JsonObject members, Set<String> known) {
    this.where = where;
    this.members = members;
    this.known = new TreeSet<>(known);
    for (String name : members.fieldNames()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "there is no '" + place(name) + "': allowed are " + this.known);
      }
    }
  }

  private String place(String name) {
    return where.isEmpty() ? name : where + "." + name;
  }

  boolean has(String name) {
    return members.getValue(name) != null;
  }

  /**
   * What would be ignored beside {@code name}.
   *
   * @throws IllegalArgumentException when there is one of {@code others}
   */
  void refuse(String name, String... others) {
    for (String other : others) {
      if (has(other)) {
        throw new IllegalArgumentException(
            place(other) + " has no meaning beside " + name + ": leave one of them out");
      }
    }
  }

  /** A part of the whole, from 0 to 1. */
  double share(String name) {
    double share = number(name);
    if (!(share >= 0 && share < 1)) {
      throw wrong(name, "a share from 0 to less than 1, such as 0.01");
    }
    return share;
  }

  Set<String> names() {
    return members.fieldNames();
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  /** A text, or what YAML has made of one. */
  String text(String name) {
    Object value = value(name, "a text");
    if (value instanceof JsonObject || value instanceof JsonArray) {
      throw wrong(name, "a text");
    }
    return value.toString();
  }

  private Object value(String name, String kind) {
    Object value = members.getValue(name);
    if (value == null) {
      throw new IllegalArgumentException(place(name) + " is missing: it takes " + kind);
    }
    return value;
  }

  int count(String name, int otherwise) {
    return has(name) ? (int) whole(name, 0) : otherwise;
  }

  int count(String name) {
    return (int) whole(name, 1);
  }

  private long whole(String name, int least) {
    String kind = "a whole number of " + least + " or more";
    if (value(name, kind) instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= least) {
      return number.longValue();
    }
    throw wrong(name, kind);
  }

  double number(String name) {
    if (value(name, "a number") instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(name, "a number");
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (members.getValue(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  Duration duration(String name) {
    String text = text(name);
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException none) {
      throw wrong(name, Durations.ALLOWED);
    }
  }

  /** A part that is passed on as it is; empty when there is none. */
  JsonObject object(String name) {
    if (!has(name)) {
      return new JsonObject();
    }
    if (members.getValue(name) instanceof JsonObject object) {
      return object;
    }
    throw wrong(name, "members of its own");
  }

  Section section(String name, Set<String> allowed) {
    return new Section(place(name), object(name), allowed);
  }

  List<Section> sections(String name, Set<String> allowed) {
    List<Section> all = new ArrayList<>();
    if (has(name)) {
      if (!(members.getValue(name) instanceof JsonArray items)) {
        throw wrong(name, "a list");
      }
      for (int n = 0; n < items.size(); n++) {
        String place = place(name) + "[" + n + "]";
        if (!(items.getValue(n) instanceof JsonObject item)) {
          throw new IllegalArgumentException(place + " must have members of its own");
        }
        all.add(new Section(place, item, allowed));
      }
    }
    return all;
  }

  private IllegalArgumentException wrong(String name, String allowed) {
    return new IllegalArgumentException(
        place(name) + " is '" + members.getValue(name) + "': it takes " + allowed);
  }
}

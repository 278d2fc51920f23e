package io.ipbx.load.run;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The users that scenarios impersonate. */
public final class Subjects {

  private Subjects() {}

  static String email(int number) {
    return "user-" + number + "@example.com";
  }

  /** As the options of a mock list them, which has to know them from its start. */
  public static JsonArray asOptions(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new JsonObject().put("email", email(n)).put("name", "User Number" + n))
        .collect(Collectors.collectingAndThen(Collectors.toList(), JsonArray::new));
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.portal.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** The switchboards, the people and the calls of a mock: made from a seed, the same every time. */
public final class World {

  private static final List<String> PEOPLE =
      List.of(
          "Alice Nováková",
          "Bob Dvořák",
          "Cyril Svoboda",
          "Dana Horáková",
          "Emil Procházka",
          "Filip Kučera",
          "Gita Veselá",
          "Hana Marešová");

  private static final int FIRST_EXTENSION = 201;

  private final long seed;
  private final List<Switchboard> switchboards;
  private final List<User> users;
  private final CallHistory history;

  /**
   * A world of that seed.
   *
   * @param calls how many the history holds
   */
  public World(long seed, int calls) {
    this.seed = seed;
    this.switchboards =
        List.of(
            new Switchboard(101, "Praha", "praha.example.com", "4.9.2"),
            new Switchboard(102, "Brno", "brno.example.com", "4.9.2"));
    this.users = IntStream.range(0, PEOPLE.size()).mapToObj(this::user).toList();
    this.history = new CallHistory(seed, calls, users, FIRST_EXTENSION);
  }

  private User user(int number) {
    String name = PEOPLE.get(number);
    String first = name.substring(0, name.indexOf(' '));
    String last = name.substring(name.indexOf(' ') + 1);
    String email = first.toLowerCase(Locale.ROOT) + "@example.com";
    String id = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
    return new User(id, email, first, last, switchboards.get(0).id());
  }

  public List<Integer> switchboardIds() {
    return switchboards.stream().map(Switchboard::id).toList();
  }

  public List<Switchboard> switchboards() {
    return switchboards;
  }

  public List<User> users() {
    return users;
  }

  public CallHistory history() {
    return history;
  }

  /** The switchboards with the keys of their Local APIs. */
  public JsonArray switchboardsWithKeys() {
    JsonArray all = new JsonArray();
    for (Switchboard switchboard : switchboards) {
      Random random = new Random(seed + switchboard.id());
      byte[] key = new byte[12];
      random.nextBytes(key);
      all.add(
          new JsonObject()
              .put("id", switchboard.id())
              .put("name", switchboard.name())
              .put("host", switchboard.host())
              .put("apiKey", HexFormat.of().formatHex(key))
              .put("apiSecret", group(random) + "/" + group(random) + "/" + group(random)));
    }
    return all;
  }

  private static String group(Random random) {
    return Long.toString(random.nextLong(1L << 50) + (1L << 50), 36);
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.SwitchboardOptions;
import io.ipbx.mock.UserOptions;
import io.ipbx.mock.portal.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** The switchboards, the people and the calls of a mock: made from a seed, the same every time. */
public final class World {

  private static final int FIRST_EXTENSION = 201;

  private final long seed;
  private final List<Switchboard> switchboards;
  private final List<User> users;
  private final CallHistory history;

  /** The world that {@code options} describe. */
  public World(MockOptions options) {
    this.seed = options.getSeed();
    this.switchboards = options.getSwitchboards().stream().map(World::switchboard).toList();
    this.users = options.getUsers().stream().map(this::user).toList();
    this.history = new CallHistory(seed, options.getCalls(), users, FIRST_EXTENSION);
  }

  private static Switchboard switchboard(SwitchboardOptions wanted) {
    return new Switchboard(wanted.getId(), wanted.getName(), wanted.getHost(), wanted.getVersion());
  }

  private User user(UserOptions wanted) {
    String[] names = wanted.getName().strip().split("\\s+", 2);
    String email = wanted.getEmail().strip().toLowerCase(Locale.ROOT);
    String id = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString();
    Integer switchboard = wanted.getSwitchboard();
    return new User(
        id,
        email,
        names[0],
        names.length > 1 ? names[1] : "",
        switchboard == null ? switchboards.get(0).id() : switchboard);
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

package io.ipbx.mock.pbx;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.SwitchboardOptions;
import io.ipbx.mock.UserOptions;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.live.LiveCalls;
import io.ipbx.mock.pbx.live.Profiles;
import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.pbx.world.Switchboard;
import io.ipbx.mock.portal.User;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The switchboards, the people and the calls of a mock: made from a seed, the same every time. */
public final class World {

  private final long seed;
  private final int calls;
  private final MockClock clock;
  private final List<Switchboard> switchboards;
  private final List<User> users;
  private volatile @Nullable Scene scene;

  /** The world that {@code options} describe, in which it is as late as {@code clock} says. */
  public World(MockOptions options, MockClock clock) {
    this.seed = options.getSeed();
    this.calls = options.getCalls();
    this.clock = clock;
    List<Switchboard> places = new ArrayList<>();
    for (SwitchboardOptions wanted : options.getSwitchboards()) {
      places.add(switchboard(wanted));
    }
    this.switchboards = List.copyOf(places);
    List<User> people = new ArrayList<>();
    for (UserOptions wanted : options.getUsers()) {
      people.add(user(wanted));
    }
    this.users = List.copyOf(people);
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
    List<Integer> ids = new ArrayList<>();
    for (Switchboard switchboard : switchboards) {
      ids.add(switchboard.id());
    }
    return ids;
  }

  public List<Switchboard> switchboards() {
    return switchboards;
  }

  /** The switchboard of that id. */
  Switchboard switchboard(int id) {
    return switchboard(Integer.toString(id));
  }

  /** The switchboard of that id, where ids are texts. */
  Switchboard switchboard(String id) {
    return switchboards.stream()
        .filter(switchboard -> Integer.toString(switchboard.id()).equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("there is no switchboard '" + id + "'"));
  }

  public List<User> users() {
    return users;
  }

  /** Whoever sent that request. */
  Asker asker(ApiRequest request) {
    return new Asker(this, request);
  }

  /** Which calls whoever sent that request may see. */
  public Predicate<PastCall> sight(ApiRequest request) {
    return asker(request).sight();
  }

  Staff staff() {
    return scene().staff();
  }

  Profiles profiles() {
    return scene().profiles();
  }

  LiveCalls live() {
    return scene().live();
  }

  /** What is known of the seed's days. */
  DayCounts counts() {
    return scene().counts();
  }

  Recordings recordings() {
    return scene().recordings();
  }

  /** The switchboard of that person, and of what is nobody's: the first. */
  int switchboardOf(@Nullable Person person) {
    return person == null ? switchboards.get(0).id() : person.user().switchboard();
  }

  /** Whether a call is of that switchboard. */
  boolean isOf(PastCall call, String pbxId) {
    return Integer.toString(switchboardOf(call.person())).equals(pbxId);
  }

  /** The day of the latest call by now. */
  LocalDate today() {
    CallHistory history = history();
    int passed = history.endAt(now());
    Instant latest = passed == 0 ? now() : history.call(passed - 1).start();
    return latest.atZone(BusinessDays.ZONE).toLocalDate();
  }

  /** What {@code person} is doing now. */
  Presence presence(Person person) {
    LocalDate date = now().atZone(BusinessDays.ZONE).toLocalDate();
    boolean isInCall = live().going(now()).stream().anyMatch(leg -> leg.involves(person));
    return Presence.of(staff().shift(person, date), secondOfDay(), isInCall);
  }

  int secondOfDay() {
    return now().atZone(BusinessDays.ZONE).toLocalTime().toSecondOfDay();
  }

  Instant now() {
    return clock.now();
  }

  /**
   * The calls that the seed makes, whenever they are, and those made since that are over by now.
   */
  public CallHistory history() {
    return live().history(now());
  }

  /** Back to what the seed makes. */
  public void reset() {
    if (scene != null) {
      scene().reset();
    }
  }

  /** What was changed since, for {@link #read}. */
  public JsonObject snapshot() {
    return scene().snapshot();
  }

  /** Puts back what {@link #snapshot} wrote, once it is run. */
  public Runnable read(Fields snapshot) {
    return scene().read(snapshot);
  }

  /** All that moves, made when it is first looked at: not every mock is asked for calls. */
  private Scene scene() {
    Scene made = scene;
    return made == null ? make() : made;
  }

  private synchronized Scene make() {
    Scene made = scene;
    if (made == null) {
      made = new Scene(seed, calls, users);
      scene = made;
    }
    return made;
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

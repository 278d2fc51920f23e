package io.ipbx.mock;

import io.ipbx.mock.config.FaultSchema;
import io.ipbx.mock.config.Inhabitants;
import io.ipbx.mock.config.Problem;
import io.ipbx.mock.config.Settings;
import io.ipbx.mock.control.FaultRule;
import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.annotations.GenIgnore;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a mock is started. */
@DataObject
@JsonGen(publicConverter = false)
public class MockOptions {

  private String host = "127.0.0.1";
  private int port = 8080;
  private String publicUrl = "";
  private boolean tls;
  private int eventLoops = Runtime.getRuntime().availableProcessors();
  private long seed = 2026;
  private int calls = 1_000;
  private boolean verbose;
  private List<SwitchboardOptions> switchboards = SwitchboardOptions.defaults();
  private List<UserOptions> users = UserOptions.defaults();
  private List<AccessOptions> accesses = AccessOptions.defaults();
  private List<FaultRule> faults = List.of();
  private MockSettings settings = new MockSettings();

  public MockOptions() {}

  public MockOptions(MockOptions other) {
    this(other.toJson());
  }

  public MockOptions(JsonObject json) {
    MockOptionsConverter.fromJson(json, this);
    // The generated converter would cast these without a check.
    setSwitchboards(list(json, "switchboards", SwitchboardOptions::new, switchboards));
    setUsers(list(json, "users", UserOptions::new, users));
    setAccesses(list(json, "accesses", AccessOptions::new, accesses));
    setFaults(list(json, "faults", FaultRule::new, faults));
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    MockOptionsConverter.toJson(this, json);
    return json.put("switchboards", array(switchboards, SwitchboardOptions::toJson))
        .put("users", array(users, UserOptions::toJson))
        .put("accesses", array(accesses, AccessOptions::toJson))
        .put("faults", array(faults, FaultRule::toJson));
  }

  private static <T> List<T> list(
      JsonObject json, String name, Function<JsonObject, T> read, List<T> byDefault) {
    JsonArray array = json.getJsonArray(name);
    if (array == null) {
      return byDefault;
    }
    List<T> list = new ArrayList<>();
    for (Object member : array) {
      list.add(read.apply((JsonObject) member));
    }
    return list;
  }

  private static <T> JsonArray array(List<T> list, Function<T, JsonObject> json) {
    JsonArray array = new JsonArray();
    for (T member : list) {
      array.add(json.apply(member));
    }
    return array;
  }

  /**
   * These options, when they make sense.
   *
   * @throws IllegalArgumentException naming the option that does not and what is allowed
   */
  public MockOptions validate() {
    Settings.check(toJson());
    settings.validate();
    List<Problem> wrong = new ArrayList<>(Inhabitants.problems(this));
    wrong.addAll(FaultSchema.problems(this));
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          wrong.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    }
    return this;
  }

  public String getHost() {
    return host;
  }

  /** Where to listen; loopback by default. */
  public MockOptions setHost(String host) {
    this.host = host;
    return this;
  }

  public int getPort() {
    return port;
  }

  /** The port; 0 for any that is free. */
  public MockOptions setPort(int port) {
    this.port = port;
    return this;
  }

  public String getPublicUrl() {
    return publicUrl;
  }

  /**
   * What clients reach the mock by, as tokens and discovery name it: needed behind a proxy or in a
   * container. Empty, as by default, for host and port.
   */
  public MockOptions setPublicUrl(String publicUrl) {
    this.publicUrl = publicUrl;
    return this;
  }

  public boolean isTls() {
    return tls;
  }

  /** Whether to speak TLS, with a certificate of its own making, and HTTP/2 over it. */
  public MockOptions setTls(boolean tls) {
    this.tls = tls;
    return this;
  }

  public int getEventLoops() {
    return eventLoops;
  }

  /** How many event loops serve; one for each core by default. */
  public MockOptions setEventLoops(int eventLoops) {
    this.eventLoops = eventLoops;
    return this;
  }

  public long getSeed() {
    return seed;
  }

  /** What the world is made from: the same seed makes the same world. */
  public MockOptions setSeed(long seed) {
    this.seed = seed;
    return this;
  }

  public int getCalls() {
    return calls;
  }

  /** How many calls the history holds; a large number costs nothing at the start. */
  public MockOptions setCalls(int calls) {
    this.calls = calls;
    return this;
  }

  public boolean isVerbose() {
    return verbose;
  }

  /** Whether a line is printed for each request. */
  public MockOptions setVerbose(boolean verbose) {
    this.verbose = verbose;
    return this;
  }

  @GenIgnore
  public List<SwitchboardOptions> getSwitchboards() {
    return switchboards;
  }

  /** The switchboards of the world, in place of the default ones; at least two. */
  @GenIgnore
  public MockOptions setSwitchboards(List<SwitchboardOptions> switchboards) {
    this.switchboards = List.copyOf(switchboards);
    return this;
  }

  @GenIgnore
  public List<UserOptions> getUsers() {
    return users;
  }

  /** The users of the switchboards, in place of the default ones; at least one. */
  @GenIgnore
  public MockOptions setUsers(List<UserOptions> users) {
    this.users = List.copyOf(users);
    return this;
  }

  @GenIgnore
  public List<AccessOptions> getAccesses() {
    return accesses;
  }

  /** The API accesses there are from the start, in place of the default ones. */
  @GenIgnore
  public MockOptions setAccesses(List<AccessOptions> accesses) {
    this.accesses = List.copyOf(accesses);
    return this;
  }

  @GenIgnore
  public List<FaultRule> getFaults() {
    return faults;
  }

  /** The ways in which it misbehaves from the start, and again after a reset; none by default. */
  @GenIgnore
  public MockOptions setFaults(List<FaultRule> faults) {
    this.faults = List.copyOf(faults);
    return this;
  }

  public MockSettings getSettings() {
    return settings;
  }

  /** How the mock behaves; can be changed later by {@link MockIpbx#configure}. */
  public MockOptions setSettings(MockSettings settings) {
    this.settings = settings;
    return this;
  }

  /** All but the passwords. */
  @Override
  public String toString() {
    JsonObject json = toJson();
    json.getJsonArray("accesses").forEach(access -> ((JsonObject) access).remove("password"));
    return "MockOptions" + json.encode();
  }
}

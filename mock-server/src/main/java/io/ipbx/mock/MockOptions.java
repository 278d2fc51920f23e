package io.ipbx.mock;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;

/** How a mock is started. */
@DataObject
@JsonGen(publicConverter = false)
public class MockOptions {

  private String host = "127.0.0.1";
  private int port = 8080;
  private boolean tls;
  private int eventLoops = Runtime.getRuntime().availableProcessors();
  private long seed = 2026;
  private int calls = 1_000;
  private boolean verbose;
  private MockSettings settings = new MockSettings();

  public MockOptions() {}

  public MockOptions(MockOptions other) {
    this(other.toJson());
  }

  public MockOptions(JsonObject json) {
    MockOptionsConverter.fromJson(json, this);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    MockOptionsConverter.toJson(this, json);
    return json;
  }

  /**
   * These options, when they make sense.
   *
   * @throws IllegalArgumentException naming the option that does not and what is allowed
   */
  public MockOptions validate() {
    Ranges.check("port", port, 0, 65_535);
    Ranges.check("eventLoops", eventLoops, 1, 1_024);
    Ranges.check("calls", calls, 0, Integer.MAX_VALUE);
    settings.validate();
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

  public MockSettings getSettings() {
    return settings;
  }

  /** How the mock behaves; can be changed later by {@link MockIpbx#configure}. */
  public MockOptions setSettings(MockSettings settings) {
    this.settings = settings;
    return this;
  }

  @Override
  public String toString() {
    return "MockOptions" + toJson().encode();
  }
}

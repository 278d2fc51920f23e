package io.ipbx.load.scenario;

import io.ipbx.load.engine.Arrivals;
import io.ipbx.load.engine.Load;
import io.ipbx.load.engine.Rounds;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All there is to a run: the load, the server, the client, what happens meanwhile and what is
 * expected. Put together in one place, not changed afterwards.
 */
public final class Plan {

  /** What every scenario calls, unless it says otherwise. */
  public static final String PATH = "/calls?pageSize=1";

  /** How much later than due calls of arrivals may be started before a run counts for nothing. */
  public static final Duration LAG = Duration.ofMillis(200);

  private static final Set<String> OF_THE_TARGET =
      Set.of(
          "authUrl",
          "apiUrl",
          "logoutUrl",
          "allowPlainHttp",
          "clientId",
          "username",
          "password",
          "refreshToken",
          "scope");

  private static final Duration BESIDES = Duration.ofMinutes(5);

  private final Load load;
  private final List<Step> steps = new ArrayList<>();
  private final List<Expectation> expectations = new ArrayList<>();
  private JsonObject server = new JsonObject();
  private JsonObject client = new JsonObject();
  private int accesses = 1;
  private int subjects;
  private @Nullable Sharing sharing;
  private boolean wrongPassword;
  private boolean tokensFirst = true;
  private String path = PATH;
  private String firstPhase = "tokens valid";
  private Duration warmUp = Duration.ofSeconds(2);
  private Duration atMost;
  private @Nullable Duration lag;

  private Plan(Load load) {
    this.load = load;
    this.atMost = load.lasts().plus(BESIDES);
    this.lag = load instanceof Arrivals ? LAG : null;
    expect(Expect.calls());
  }

  public static Plan of(Load load) {
    return new Plan(load);
  }

  /** Settings of the mock that differ from its defaults. */
  public Plan server(JsonObject settings) {
    this.server = settings.copy();
    return this;
  }

  /**
   * Options of the SDK that differ from its defaults; peers know nothing of them.
   *
   * @throws IllegalArgumentException when they say where a server is or who calls: that is said by
   *     whoever runs the plan, who answers for it
   */
  public Plan client(JsonObject options) {
    for (String name : options.fieldNames()) {
      if (OF_THE_TARGET.contains(name)) {
        throw new IllegalArgumentException(
            "client." + name + " belongs to the target: a scenario cannot say it");
      }
    }
    this.client = options.copy();
    return this;
  }

  /** Callers present a password that is not right, to a mock. */
  public Plan wrongPassword() {
    this.wrongPassword = true;
    return this;
  }

  /** Over how many accesses, each with tokens of its own, callers are spread. */
  public Plan accesses(int count) {
    this.accesses = count;
    return this;
  }

  /** Over how many impersonated users callers are spread; 0, the default, for none. */
  public Plan subjects(int count) {
    this.subjects = count;
    return this;
  }

  /** Several clients or processes share the tokens of each access. */
  public Plan sharing(Sharing how) {
    this.sharing = how;
    return this;
  }

  /** The load meets clients that hold no token yet, in a first phase of that name. */
  public Plan withoutTokens(String phase) {
    this.tokensFirst = false;
    this.firstPhase = phase;
    return this;
  }

  /** What is got, from the root of the API. */
  public Plan path(String pathAndQuery) {
    this.path = pathAndQuery;
    return this;
  }

  /** How long code is warmed up, with a client that is thrown away. */
  public Plan warmUp(Duration duration) {
    this.warmUp = duration;
    return this;
  }

  /**
   * After how long the run is broken off; what is unanswered then has failed. Unless it is said,
   * five minutes more than the load lasts.
   */
  public Plan atMost(Duration duration) {
    if (duration.compareTo(load.lasts()) <= 0) {
      throw new IllegalArgumentException(
          "atMost is " + duration + ": the load alone lasts " + load.lasts());
    }
    this.atMost = duration;
    return this;
  }

  /** How much later than due calls may be started; {@link #LAG} for arrivals unless it is said. */
  public Plan generatorLag(Duration atMostSo) {
    this.lag = atMostSo;
    return this;
  }

  public Plan step(Step step) {
    if (step instanceof Step.BeforeRound round
        && !(load instanceof Rounds rounds && round.round() <= rounds.rounds())) {
      throw new IllegalArgumentException(
          "'" + step.deed().name() + "' is to happen before a round that there is not");
    }
    steps.add(step);
    return this;
  }

  public Plan expect(Expectation... more) {
    expectations.addAll(List.of(more));
    return this;
  }

  /**
   * What is expected of the token engine where the auth server is up and takes the password: no
   * failed call, one new token for each end of one, one request at a time, and everybody answered
   * on his own context.
   */
  public Plan expectSingleFlight() {
    return expect(
        Expect.failedCalls(0),
        Expect.grantsPerExpiry(1),
        Expect.peakTokenRequests(1),
        Expect.duplicateRefreshes(0),
        Expect.ownContext());
  }

  public Load load() {
    return load;
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }

  public List<Expectation> expectations() {
    List<Expectation> all = new ArrayList<>(expectations);
    if (lag != null) {
      all.add(Expect.generatorLag(lag));
    }
    return List.copyOf(all);
  }

  public JsonObject server() {
    return server.copy();
  }

  public JsonObject client() {
    return client.copy();
  }

  public boolean hasWrongPassword() {
    return wrongPassword;
  }

  public int accesses() {
    return accesses;
  }

  public int subjects() {
    return subjects;
  }

  /** How tokens are shared; null when they are not. */
  public @Nullable Sharing sharing() {
    return sharing;
  }

  /** How many clients each access has in one process. */
  public int clients() {
    return sharing != null && sharing.store() == Sharing.Store.LOCAL ? sharing.processes() : 1;
  }

  public boolean tokensFirst() {
    return tokensFirst;
  }

  public String path() {
    return path;
  }

  public String firstPhase() {
    return firstPhase;
  }

  public Duration warmUp() {
    return warmUp;
  }

  public Duration atMost() {
    return atMost;
  }

  /** Whether the server must be in our hands. */
  public boolean needsControl() {
    return !steps.isEmpty() || !server.isEmpty() || accesses > 1 || subjects > 0 || wrongPassword;
  }

  /**
   * After how many callers the next has the access, client and user of the first: the least number
   * that both the clients and the users divide.
   */
  public long callersUntilRepeat() {
    long clients = (long) accesses * clients();
    long users = Math.max(1, subjects);
    return clients / BigInteger.valueOf(clients).gcd(BigInteger.valueOf(users)).longValue() * users;
  }

  /**
   * How many identities that have tokens of their own are used: accesses, and each user whom a
   * client impersonates, where there are callers for them.
   */
  public long identities() {
    long own = Math.min(load.callers(), accesses);
    return subjects == 0 ? own : own + Math.min(load.callers(), callersUntilRepeat());
  }
}

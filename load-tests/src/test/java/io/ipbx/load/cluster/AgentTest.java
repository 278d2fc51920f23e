package io.ipbx.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.KubernetesConfig;
import io.ipbx.load.client.Contenders;
import io.ipbx.load.cluster.RemoteAgent.Presence;
import io.ipbx.load.run.Mission;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Scenarios;
import io.ipbx.load.scenario.Sharing;
import io.ipbx.load.scenario.YamlScenario;
import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What agents and their leader say to each other, in one process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "IPBX_AUTH_URL", "https://auth.example.com",
          "IPBX_API_URL", "https://auth.example.com",
          "IPBX_USERNAME", "access@example.com",
          "IPBX_PASSWORD", "secret-word");

  private static final String NOBODY = "http://127.0.0.1:9";
  private static final String FAKE = "fake-agent";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ClusterNode node =
      ClusterNode.join(ClusterOptions.founding(ChildAgents.clusterName()));

  @AfterAll
  void leave() {
    node.close();
  }

  @Test
  void an_agent_of_another_version_is_told_apart_and_refuses() throws Exception {
    try (Agent agent = agent(node, Duration.ofMinutes(1))) {
      Presence there = new RollCall(node).gather(1, PATIENCE, () -> {}).get(0);

      assertThat(agent.over().isComplete()).isFalse();
      assertThatThrownBy(() -> ask(there, new JsonObject().put("v", 2).put("do", "take")))
          .hasMessageContaining("version 2");
      assertThatThrownBy(() -> ask(there, Wire.message("open").put("run", "none")))
          .hasMessageContaining("no such run");
    }
  }

  @Test
  void an_agent_works_for_one_leader_until_that_one_dismisses_it() throws Exception {
    try (Agent agent = agent(node, Duration.ofMinutes(1))) {
      assertThat(agent.over().isComplete()).isFalse();
      Presence there = new RollCall(node).gather(1, PATIENCE, () -> {}).get(0);
      JsonObject hold = Wire.message("hold").put("node", "other");

      assertThatThrownBy(() -> ask(there, hold)).hasMessageContaining("another leader");
      ask(there, Wire.message("dismiss").put("node", "other"));
      assertThatThrownBy(() -> ask(there, hold)).hasMessageContaining("another leader");
      ask(there, Wire.message("dismiss").put("node", node.id()));
      ask(there, hold);
      assertThatThrownBy(() -> new RollCall(node).gather(1, Duration.ofMillis(300), () -> {}))
          .hasMessageContaining("busy");
    }
  }

  @Test
  void an_agent_ends_no_run_but_that_of_which_it_is_told() throws Exception {
    try (Agent agent = agent(node, Duration.ofMinutes(1))) {
      Presence there = taken(agent, "mine", "{name: x, load: {callers: 1, calls: 1}}");
      JsonObject advance = Wire.message("advance").put("run", "mine").put("millis", 1);

      ask(there, Wire.message("close").put("run", "another"));
      ask(there, advance);
      ask(there, Wire.message("close").put("run", "mine"));
      assertThatThrownBy(() -> ask(there, advance)).hasMessageContaining("no such run");
    }
  }

  @Test
  void an_agent_that_hears_late_of_the_start_says_so() throws Exception {
    try (Agent agent = agent(node, Duration.ofMinutes(1))) {
      Presence there =
          taken(agent, "late", "{name: x, tokensFirst: false, load: {callers: 1, calls: 1}}");
      ask(there, Wire.message("open").put("run", "late"));
      ask(
          there,
          Wire.message("start")
              .put("run", "late")
              .put("milestones", new JsonArray())
              .put("at", System.nanoTime() - TimeUnit.SECONDS.toNanos(1)));

      JsonObject stopped = ask(there, Wire.message("stop").put("run", "late"));

      assertThat(stopped.getJsonObject("last").getLong("late"))
          .isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
      ask(there, Wire.message("close").put("run", "late"));
    }
  }

  /** The one agent that there is, with a run by that name. */
  private Presence taken(Agent agent, String run, String yaml) {
    assertThat(agent.over().isComplete()).isFalse();
    Presence there = new RollCall(node).gather(1, PATIENCE, () -> {}).get(0);
    YamlScenario scenario = YamlScenario.of(yaml);
    ask(
        there,
        Wire.message("take")
            .put("run", run)
            .put("leader", "nobody")
            .put("node", node.id())
            .put("index", 0)
            .put("of", 1)
            .put("store", "CLUSTERED")
            .put(
                "mission",
                MissionJson.write(mission(scenario, new Knobs(scenario.knobs(), Map.of()), true))));
    return there;
  }

  @Test
  void who_is_lost_and_lives_is_told_that_its_run_is_over() throws Exception {
    MessageConsumer<JsonObject> before = fake(what -> true);
    AgentsStint stint = stintOfFake();
    before.unregister().await();
    assertThatThrownBy(() -> stint.warmUp().await()).hasMessageContaining("no agent is left");
    Promise<Void> told = Promise.promise();
    MessageConsumer<JsonObject> afterwards =
        fake(what -> what.equals("close") && told.tryComplete());

    stint.close().await();

    told.future().await(20, TimeUnit.SECONDS);
    afterwards.unregister().await();
  }

  @Test
  void a_clock_that_was_not_told_once_is_asked_for_again() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    MessageConsumer<JsonObject> ear =
        fake(what -> !what.equals("clock") || asked.incrementAndGet() > 1);
    AgentsStint stint = stintOfFake();

    stint.open().await(20, TimeUnit.SECONDS);

    assertThat(asked.get()).isGreaterThan(1);
    stint.close().await();
    ear.unregister().await();
  }

  @Test
  void what_begins_a_phase_does_not_wait_for_one_that_does_not_answer() throws Exception {
    MessageConsumer<JsonObject> ear = fake(what -> !what.equals("phase"));
    AgentsStint stint = stintOfFake();

    stint.phase("tokens expire").await(20, TimeUnit.SECONDS);

    stint.close().await();
    ear.unregister().await();
  }

  /** Is taken for an agent, and answers the orders for which {@code answers} holds. */
  private MessageConsumer<JsonObject> fake(Predicate<String> answers) {
    MessageConsumer<JsonObject> ear =
        node.vertx()
            .eventBus()
            .consumer(
                FAKE,
                order -> {
                  if (answers.test(order.body().getString("do"))) {
                    order.reply(Wire.message().put("nanos", System.nanoTime()));
                  }
                });
    ear.completion().await();
    return ear;
  }

  private AgentsStint stintOfFake() {
    YamlScenario scenario = YamlScenario.of("{name: x, load: {callers: 1, calls: 1}}");
    Mission mission = mission(scenario, new Knobs(scenario.knobs(), Map.of()), true);
    AgentsStint stint =
        new AgentsStint(node, List.of(new Presence(FAKE, FAKE, node.id())), mission);
    stint.take(Sharing.Store.CLUSTERED, null).await();
    return stint;
  }

  @Test
  void nodes_find_each_other_by_a_file_too(@TempDir Path folder) throws IOException {
    ClusterOptions options = new ClusterOptions();
    options.hazelcast =
        Files.writeString(
            folder.resolve("hazelcast.yaml"),
            """
            hazelcast:
              cluster-name: %s
              properties: {hazelcast.logging.type: none, hazelcast.wait.seconds.before.join: 0}
              network:
                interfaces: {enabled: true, interfaces: [127.0.0.1]}
                join:
                  multicast: {enabled: false}
                  tcp-ip: {enabled: true, member-list: ["%s"]}
            """
                .formatted(node.clusterName(), node.address()));

    try (ClusterNode other = ClusterNode.join(options);
        Agent agent = agent(other, Duration.ofMinutes(1))) {
      assertThat(agent.over().isComplete()).isFalse();
      assertThat(new RollCall(node).gather(1, PATIENCE, () -> {}).get(0).node())
          .isEqualTo(other.id());
    }
    options.hazelcast = Files.writeString(folder.resolve("broken.yaml"), "hazelcast: {netwrk: 1}");
    assertThatThrownBy(() -> ClusterNode.join(options)).hasMessageContaining("broken.yaml");
  }

  @Test
  void the_file_for_kubernetes_in_the_documentation_is_understood(@TempDir Path folder)
      throws IOException {
    String page = Files.readString(Path.of("../docs/cluster.md"));
    int begin = page.indexOf("# hazelcast.yaml");
    Path file =
        Files.writeString(
            folder.resolve("hazelcast.yaml"), page.substring(begin, page.indexOf("```", begin)));

    KubernetesConfig found =
        Config.loadFromFile(file.toFile()).getNetworkConfig().getJoin().getKubernetesConfig();

    assertThat(found.isEnabled()).isTrue();
    assertThat(found.getProperties())
        .containsEntry("service-dns", "ipbx-load-nodes.load.svc.cluster.local");
  }

  @Test
  void it_ends_when_nobody_calls() throws Exception {
    try (Agent agent = agent(node, Duration.ofMillis(1))) {
      assertThat(agent.over().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS))
          .contains("nobody called");
    }
  }

  @Test
  void the_credentials_of_a_real_server_stay_in_each_agents_own_environment() throws IOException {
    Scenario soak = Scenarios.of("soak");
    Knobs knobs = new Knobs(soak.knobs(), Map.of("lifetime", "server"));
    JsonObject sent = MissionJson.write(mission(soak, knobs, false));

    assertThat(sent.encode()).doesNotContain("secret-word").doesNotContain("auth.example.com");
    Mission read = MissionJson.read(sent, ENVIRONMENT, "auth.example.com");
    assertThat(read.options().getPassword()).isEqualTo("secret-word");
    assertThat(read.plan().load()).hasToString(soak.plan(knobs).load().toString());
    assertThatThrownBy(() -> MissionJson.read(sent, ENVIRONMENT, ""))
        .hasMessageContaining("--consent");
  }

  @Test
  void a_mock_is_called_with_what_the_leader_says() throws IOException {
    Scenario storm = Scenarios.of("expiry-storm");
    Knobs knobs = new Knobs(storm.knobs(), Map.of("callers", "7"));
    JsonObject sent = MissionJson.write(mission(storm, knobs, true));

    Mission read = MissionJson.read(new JsonObject(sent.encode()), Map.of(), "");

    assertThat(read.options().getPassword()).isEqualTo("secret-word");
    assertThat(read.plan().load().callers()).isEqualTo(7);
    assertThat(read.controlled()).isTrue();
  }

  /** Of a mock where nobody listens, which is known at once, when it is ours to control. */
  private static Mission mission(Scenario scenario, Knobs knobs, boolean controlled) {
    IpbxOptions options = IpbxOptions.fromEnv(ENVIRONMENT);
    if (controlled) {
      options.setAuthUrl(NOBODY).setApiUrl(NOBODY);
    }
    return new Mission(
        scenario,
        knobs,
        scenario.plan(knobs),
        Contenders.SDK,
        Contenders.of(Contenders.SDK),
        options,
        controlled,
        List.of("access@example.com"));
  }

  private static Agent agent(ClusterNode at, Duration idle) {
    return new Agent(at, new Agent.Settings("here", Map.of(), "", null, false, idle), line -> {});
  }

  private JsonObject ask(Presence agent, JsonObject order) {
    return node.vertx().eventBus().<JsonObject>request(agent.address(), order).await().body();
  }
}

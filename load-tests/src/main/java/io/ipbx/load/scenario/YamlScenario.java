package io.ipbx.load.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scenario without code, from a YAML file; docs/load-tests.md says what may be in it. */
public final class YamlScenario implements Scenario {

  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "question",
          "load",
          "server",
          "client",
          "accesses",
          "subjects",
          "store",
          "tokensFirst",
          "path",
          "warmUp",
          "atMost",
          "events",
          "expect");

  private static final Set<String> EVENT =
      Set.of("at", "afterCalls", "beforeRound", "do", "name", "rule", "settings", "time");

  private static final String LIFETIME = "accessTokenTtl";

  private final Section all;
  private final String source;

  private YamlScenario(Section all, String source) {
    this.all = all;
    this.source = source;
  }

  /** The text it was read from. */
  public String source() {
    return source;
  }

  /**
   * The scenario in {@code file}, understood as far as it can be without running it.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException naming what is wrong in it and what is allowed
   */
  public static YamlScenario read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  /** As {@link #read}, from a text. */
  @SuppressWarnings("unchecked")
  public static YamlScenario of(String yaml) {
    Map<String, Object> read;
    try {
      read = new ObjectMapper(new YAMLFactory()).readValue(yaml, Map.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(
          "not a scenario in YAML: " + broken.getOriginalMessage(), broken);
    }
    // Through text, so that what is within is of Vert.x' kinds.
    YamlScenario scenario =
        new YamlScenario(
            new Section("", new JsonObject(new JsonObject(read).encode()), MEMBERS), yaml);
    scenario.plan(new Knobs(List.of(), Map.of()));
    scenario.name();
    return scenario;
  }

  @Override
  public String name() {
    return all.text("name");
  }

  @Override
  public String question() {
    return all.text("question", "");
  }

  @Override
  public List<Knob> knobs() {
    return List.of();
  }

  @Override
  public Plan plan(Knobs knobs) {
    Plan plan =
        Plan.of(YamlLoad.of(all))
            .server(server())
            .client(all.object("client"))
            .accesses(all.has("accesses") ? all.count("accesses") : 1)
            .subjects(all.count("subjects", 0))
            .path(all.text("path", Plan.PATH));
    if (all.has("store")) {
      Section store = all.section("store", Set.of("kind", "processes"));
      plan.sharing(Sharing.of(store.text("kind"), store.count("processes")));
    }
    if (!all.flag("tokensFirst", true)) {
      plan.withoutTokens("no token yet");
    }
    if (all.has("warmUp")) {
      plan.warmUp(all.duration("warmUp"));
    }
    if (all.has("atMost")) {
      plan.atMost(all.duration("atMost"));
    }
    all.sections("events", EVENT).forEach(event -> plan.step(step(event)));
    YamlExpect.add(all, plan);
    return plan;
  }

  private Step step(Section event) {
    Deed deed = deed(event);
    if (event.has("at")) {
      event.refuse("at", "afterCalls", "beforeRound");
      return new Step.At(event.duration("at"), deed);
    }
    if (event.has("afterCalls")) {
      event.refuse("afterCalls", "beforeRound");
      return new Step.AfterCalls(event.count("afterCalls"), deed);
    }
    return new Step.BeforeRound(event.count("beforeRound"), deed);
  }

  private Deed deed(Section event) {
    String what = event.text("do");
    String name = event.text("name", what);
    Deed deed =
        switch (what) {
          case "expire" -> Deed.expire(lifetime());
          case "expireUnnoticed" -> Deed.expireUnnoticed(lifetime());
          case "revoke" -> Deed.revoke();
          case "fault" -> Deed.fault(name, event.object("rule"));
          case "recover" -> Deed.recover(name);
          case "configure" -> Deed.configure(name, event.object("settings"));
          case "pass" -> Deed.pass(name, event.duration("time"));
          default ->
              throw new IllegalArgumentException(
                  "an event's do is '"
                      + what
                      + "': it takes expire, expireUnnoticed, revoke, fault, recover, configure or"
                      + " pass");
        };
    return event.has("name") ? deed.named(name) : deed;
  }

  /** With the lifetime of tokens, where they are to run out: a mock elsewhere may have another. */
  private JsonObject server() {
    JsonObject settings = all.object("server");
    boolean expires =
        all.sections("events", EVENT).stream()
            .anyMatch(event -> event.text("do").startsWith("expire"));
    return expires && settings.getValue(LIFETIME) == null
        ? settings.copy().put(LIFETIME, ExpiryStorm.LIFETIME.toSeconds())
        : settings;
  }

  private Duration lifetime() {
    return server().getValue(LIFETIME) instanceof Number seconds
        ? Duration.ofSeconds(seconds.longValue())
        : ExpiryStorm.LIFETIME;
  }
}

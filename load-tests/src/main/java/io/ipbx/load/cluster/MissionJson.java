package io.ipbx.load.cluster;

import io.ipbx.load.client.Contenders;
import io.ipbx.load.run.Mission;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Scenarios;
import io.ipbx.load.scenario.YamlScenario;
import io.ipbx.load.target.RealServer;
import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mission on its way over the bus. The credentials of a mock in our hands go along; those of a
 * real server never do: each agent reads its own environment.
 */
final class MissionJson {

  private MissionJson() {}

  static JsonObject write(Mission mission) {
    JsonObject json =
        new JsonObject()
            .put("scenario", scenario(mission.scenario()))
            .put("knobs", new JsonObject(Map.copyOf(mission.knobs().asMap())))
            .put("client", mission.clientName())
            .put("usernames", new JsonArray(mission.usernames()));
    return mission.controlled() ? json.put("mock", mock(mission.options())) : json;
  }

  private static JsonObject scenario(Scenario scenario) {
    return scenario instanceof YamlScenario yaml
        ? new JsonObject().put("yaml", yaml.source())
        : new JsonObject().put("name", Scenarios.nameOf(scenario));
  }

  private static JsonObject mock(IpbxOptions options) {
    return new JsonObject()
        .put("authUrl", options.getAuthUrl())
        .put("apiUrl", options.getApiUrl())
        .put("username", options.getUsername())
        .put("password", options.getPassword())
        .put("allowPlainHttp", options.isAllowPlainHttp());
  }

  /**
   * The mission as this process can carry it out.
   *
   * @param environment where the credentials of a real server are
   * @param consent the hosts of that server, said by whoever started this process
   */
  static Mission read(JsonObject json, Map<String, String> environment, String consent)
      throws IOException {
    Scenario scenario = scenario(json.getJsonObject("scenario"));
    Map<String, String> set = new TreeMap<>();
    json.getJsonObject("knobs").forEach(knob -> set.put(knob.getKey(), (String) knob.getValue()));
    Knobs knobs = new Knobs(scenario.knobs(), set);
    JsonObject mock = json.getJsonObject("mock");
    String client = json.getString("client");
    List<String> usernames =
        json.getJsonArray("usernames").stream().map(String.class::cast).toList();
    IpbxOptions options =
        mock == null ? RealServer.of(environment, consent).options() : new IpbxOptions(mock);
    return new Mission(
        scenario,
        knobs,
        scenario.plan(knobs),
        client,
        Contenders.of(client),
        options,
        mock != null,
        mock != null ? usernames : List.of(String.valueOf(options.getUsername())));
  }

  private static Scenario scenario(JsonObject json) throws IOException {
    String yaml = json.getString("yaml");
    return yaml != null ? YamlScenario.of(yaml) : Scenarios.of(json.getString("name"));
  }
}

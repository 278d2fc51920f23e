package io.ipbx.mock;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A switchboard (PBX) of the world. */
@DataObject
@JsonGen(publicConverter = false)
public class SwitchboardOptions {

  private int id;
  private String name = "";
  private String host = "";
  private String version = "4.9.2";

  public SwitchboardOptions() {}

  public SwitchboardOptions(SwitchboardOptions other) {
    this(other.toJson());
  }

  public SwitchboardOptions(JsonObject json) {
    SwitchboardOptionsConverter.fromJson(json, this);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    SwitchboardOptionsConverter.toJson(this, json);
    return json;
  }

  /** Those of a mock that is told nothing else. */
  public static List<SwitchboardOptions> defaults() {
    return List.of(
        new SwitchboardOptions().setId(101).setName("Praha").setHost("praha.example.com"),
        new SwitchboardOptions().setId(102).setName("Brno").setHost("brno.example.com"));
  }

  public int getId() {
    return id;
  }

  /** By which accesses and users name it. */
  public SwitchboardOptions setId(int id) {
    this.id = id;
    return this;
  }

  public String getName() {
    return name;
  }

  /** Shown in the portal and by the REST API. */
  public SwitchboardOptions setName(String name) {
    this.name = name;
    return this;
  }

  public String getHost() {
    return host;
  }

  /** The name of its machine. */
  public SwitchboardOptions setHost(String host) {
    this.host = host;
    return this;
  }

  public String getVersion() {
    return version;
  }

  /** Of its software. */
  public SwitchboardOptions setVersion(String version) {
    this.version = version;
    return this;
  }

  @Override
  public String toString() {
    return "SwitchboardOptions" + toJson().encode();
  }
}

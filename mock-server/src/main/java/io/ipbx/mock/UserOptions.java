package io.ipbx.mock;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user of a switchboard, whom an access may impersonate. */
@DataObject
@JsonGen(publicConverter = false)
public class UserOptions {

  private String email = "";
  private String name = "";
  private @Nullable Integer switchboard;

  public UserOptions() {}

  public UserOptions(UserOptions other) {
    this(other.toJson());
  }

  public UserOptions(JsonObject json) {
    UserOptionsConverter.fromJson(json, this);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    UserOptionsConverter.toJson(this, json);
    return json;
  }

  /** Those of a mock that is told nothing else. */
  public static List<UserOptions> defaults() {
    return List.of(
        of("alice", "Alice Nováková"),
        of("bob", "Bob Dvořák"),
        of("cyril", "Cyril Svoboda"),
        of("dana", "Dana Horáková"),
        of("emil", "Emil Procházka"),
        of("filip", "Filip Kučera"),
        of("gita", "Gita Veselá"),
        of("hana", "Hana Marešová"));
  }

  private static UserOptions of(String local, String name) {
    return new UserOptions().setEmail(local + "@example.com").setName(name);
  }

  public String getEmail() {
    return email;
  }

  /** In any case. */
  public UserOptions setEmail(String email) {
    this.email = email;
    return this;
  }

  public String getName() {
    return name;
  }

  /** First name, space, last name. */
  public UserOptions setName(String name) {
    this.name = name;
    return this;
  }

  public @Nullable Integer getSwitchboard() {
    return switchboard;
  }

  /** The id of its switchboard; null for the first. */
  public UserOptions setSwitchboard(@Nullable Integer switchboard) {
    this.switchboard = switchboard;
    return this;
  }

  @Override
  public String toString() {
    return "UserOptions" + toJson().encode();
  }
}

package io.ipbx.mock;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API access that a mock has from the start. */
@DataObject
@JsonGen(publicConverter = false)
public class AccessOptions {

  private String email = "";
  private String password = "Passw0rd.2026";
  private @Nullable Integer switchboard;
  private boolean impersonation;
  private boolean enabled = true;

  public AccessOptions() {}

  public AccessOptions(AccessOptions other) {
    this(other.toJson());
  }

  public AccessOptions(JsonObject json) {
    AccessOptionsConverter.fromJson(json, this);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    AccessOptionsConverter.toJson(this, json);
    return json;
  }

  /** Those of a mock that is told nothing else: one with impersonation, one without. */
  public static List<AccessOptions> defaults() {
    return List.of(
        new AccessOptions().setEmail("access@example.com").setImpersonation(true),
        new AccessOptions().setEmail("restricted@example.com"));
  }

  public String getEmail() {
    return email;
  }

  /** Its user name, in any case. */
  public AccessOptions setEmail(String email) {
    this.email = email;
    return this;
  }

  public String getPassword() {
    return password;
  }

  /** Must keep to the password policy of the portal. */
  public AccessOptions setPassword(String password) {
    this.password = password;
    return this;
  }

  public @Nullable Integer getSwitchboard() {
    return switchboard;
  }

  /** The id of the switchboard it is tied to; null for the first. */
  public AccessOptions setSwitchboard(@Nullable Integer switchboard) {
    this.switchboard = switchboard;
    return this;
  }

  public boolean isImpersonation() {
    return impersonation;
  }

  /** Whether it may impersonate users and use all of the API. */
  public AccessOptions setImpersonation(boolean impersonation) {
    this.impersonation = impersonation;
    return this;
  }

  public boolean isEnabled() {
    return enabled;
  }

  /** A disabled access is refused with {@code Account disabled}. */
  public AccessOptions setEnabled(boolean enabled) {
    this.enabled = enabled;
    return this;
  }

  /** All but the password. */
  @Override
  public String toString() {
    JsonObject json = toJson();
    json.remove("password");
    return "AccessOptions" + json.encode();
  }
}

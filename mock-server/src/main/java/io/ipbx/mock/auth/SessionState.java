package io.ipbx.mock.auth;

import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session put aside. Times are in milliseconds since the epoch. */
record SessionState(
    String id,
    Principal principal,
    Scopes scopes,
    long started,
    long touched,
    List<String> refreshable,
    @Nullable String lastUsed,
    long lastUsedAt,
    boolean detached,
    boolean ended) {

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("principal", shown(principal))
        .put("openid", scopes.openid())
        .put("offline", scopes.offline())
        .put("started", started)
        .put("touched", touched)
        .put("refreshable", new JsonArray(refreshable))
        .put("lastUsed", lastUsed)
        .put("lastUsedAt", lastUsedAt)
        .put("detached", detached)
        .put("ended", ended);
  }

  private static JsonObject shown(Principal who) {
    return new JsonObject()
        .put("subject", who.subject())
        .put("email", who.email())
        .put("firstName", who.firstName())
        .put("lastName", who.lastName())
        .put("switchboard", who.switchboard())
        .put("fullAccess", who.fullAccess())
        .put("actor", who.actor());
  }

  static SessionState of(Fields session) {
    return new SessionState(
        session.text("id"),
        principal(session.object("principal")),
        new Scopes(session.flag("openid"), session.flag("offline")),
        session.number("started"),
        session.number("touched"),
        session.texts("refreshable"),
        session.textOrNull("lastUsed"),
        session.number("lastUsedAt"),
        session.flag("detached"),
        session.flag("ended"));
  }

  private static Principal principal(Fields who) {
    return new Principal(
        who.text("subject"),
        who.text("email"),
        who.text("firstName"),
        who.text("lastName"),
        (int) who.number("switchboard"),
        who.flag("fullAccess"),
        who.textOrNull("actor"));
  }
}

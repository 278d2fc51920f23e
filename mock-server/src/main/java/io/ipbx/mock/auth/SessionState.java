package io.ipbx.mock.auth;

import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonObject;

/**
 * All there is to know of a session. Times are in milliseconds since the epoch.
 *
 * @param uses how many refresh tokens of it have been used up
 * @param detached whether it has lost its client, because a refresh token was used twice
 */
record SessionState(
    Session session, long touched, long uses, long usedAt, boolean detached, boolean ended) {

  JsonObject toJson() {
    return new JsonObject()
        .put("id", session.id())
        .put("principal", shown(session.principal()))
        .put("openid", session.scopes().openid())
        .put("offline", session.scopes().offline())
        .put("started", session.started())
        .put("touched", touched)
        .put("uses", uses)
        .put("usedAt", usedAt)
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

  static SessionState of(String where, Object json) {
    Fields session = Fields.of(where, json);
    Id id = session.parsed("id", "the id of a session of this mock", Id::parse);
    return new SessionState(
        new Session(
            id,
            id.brief().equals(session.text("id")),
            principal(session.object("principal")),
            new Scopes(session.flag("openid"), session.flag("offline")),
            session.number("started")),
        session.number("touched"),
        session.number("uses"),
        session.number("usedAt"),
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

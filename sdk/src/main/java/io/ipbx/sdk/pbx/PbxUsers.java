package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users of the switchboard. Futures complete on the Vert.x context of their caller. */
public final class PbxUsers {

  private final Api api;

  PbxUsers(Api api) {
    this.api = api;
  }

  /** The users that match {@code query} ({@code GET /pbx/users}). */
  public Future<List<PbxUser>> list(PbxUserQuery query) {
    return api.readList("/pbx/users", query, PbxUser.class);
  }

  /** All users. */
  public Future<List<PbxUser>> list() {
    return list(new PbxUserQuery());
  }

  /**
   * One user ({@code GET /pbx/users/{userId}}).
   *
   * @param userId the {@link PbxUser#id}
   * @param pbxId the switchboard; null for the first of the access
   */
  public Future<PbxUser> get(String userId, @Nullable FlexibleId pbxId) {
    return api.read(
        IpbxRequest.get("/pbx/users/" + Api.segment("userId", userId)).query("pbxId", pbxId),
        PbxUser.class);
  }

  /** As {@link #get(String, FlexibleId)} of the first switchboard. */
  public Future<PbxUser> get(String userId) {
    return get(userId, null);
  }
}

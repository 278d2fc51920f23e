package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the calls of a user are handled. Futures complete on the Vert.x context of their caller. */
public final class Profiles {

  private final Api api;

  Profiles(Api api) {
    this.api = api;
  }

  /**
   * The profiles of a user ({@code GET /profiles}).
   *
   * @param userId null for whoever asks
   */
  public Future<List<Profile>> list(@Nullable String userId) {
    return api.readList(IpbxRequest.get("/profiles").query("userId", userId), Profile.class);
  }

  /** The profiles of whoever asks. */
  public Future<List<Profile>> list() {
    return list(null);
  }

  /** Changes what {@code update} sets ({@code PUT /profiles/{profileId}}). */
  public Future<Void> update(long profileId, ProfileUpdate update) {
    return api.run(Api.body(IpbxRequest.put("/profiles/" + profileId), update));
  }
}

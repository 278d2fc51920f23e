package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** What users have. Futures complete on the Vert.x context of their caller. */
public final class Users {

  private final Api api;

  Users(Api api) {
    this.api = api;
  }

  /**
   * Gives a user a profile ({@code PUT /users/profile}).
   *
   * @param userId null for whoever asks
   */
  public Future<UserProfileResult> setProfile(long profileId, @Nullable String userId) {
    return api.read(
        Api.body(IpbxRequest.put("/users/profile"), new UserProfileRequest(profileId, userId)),
        UserProfileResult.class);
  }

  /** Gives whoever asks a profile. */
  public Future<UserProfileResult> setProfile(long profileId) {
    return setProfile(profileId, null);
  }
}

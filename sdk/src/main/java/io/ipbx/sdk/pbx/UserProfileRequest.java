package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

final class UserProfileRequest extends Parameters<UserProfileRequest> {

  UserProfileRequest(long profileId, @Nullable String userId) {
    set("profileId", profileId);
    set("userId", userId);
  }
}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** Which live calls are wanted. */
public final class CurrentCallQuery extends Parameters<CurrentCallQuery> {

  /** The switchboard; the first of the access when not set. */
  public CurrentCallQuery setPbxId(@Nullable FlexibleId pbxId) {
    return set("pbxId", pbxId);
  }

  public CurrentCallQuery setUserId(@Nullable String userId) {
    return set("userId", userId);
  }

  public CurrentCallQuery setUserLogin(@Nullable String login) {
    return set("userLogin", login);
  }

  /** All channels of one call. */
  public CurrentCallQuery setCallId(@Nullable String callId) {
    return set("callId", callId);
  }
}

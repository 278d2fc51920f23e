package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** Which members of the call centre are wanted. */
public final class MemberQuery extends Parameters<MemberQuery> {

  public MemberQuery setLogin(@Nullable String login) {
    return set("login", login);
  }

  public MemberQuery setUserId(@Nullable String userId) {
    return set("userId", userId);
  }
}

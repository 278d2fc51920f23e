package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** Which users of the switchboard are wanted. */
public final class PbxUserQuery extends Parameters<PbxUserQuery> {

  /** The switchboard; the first of the access when not set. */
  public PbxUserQuery setPbxId(@Nullable FlexibleId pbxId) {
    return set("pbxId", pbxId);
  }

  /** The user's line, a number here. */
  public PbxUserQuery setExtension(@Nullable Long extension) {
    return set("exten", extension);
  }

  public PbxUserQuery setLogin(@Nullable String login) {
    return set("login", login);
  }

  /** Only those who may work in the call centre. */
  public PbxUserQuery setCallCenter(@Nullable Boolean allowed) {
    return set("callcenter", allowed);
  }
}

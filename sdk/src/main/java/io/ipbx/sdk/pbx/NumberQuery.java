package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** Which numbers are wanted. */
public final class NumberQuery extends Parameters<NumberQuery> {

  /** The switchboard; the first of the access when not set. */
  public NumberQuery setPbxId(@Nullable FlexibleId pbxId) {
    return set("pbxId", pbxId);
  }

  public NumberQuery setType(@Nullable NumberType type) {
    return set("type", type);
  }

  public NumberQuery setOwnerType(@Nullable NumberOwnerType type) {
    return set("ownerType", type);
  }
}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** What is to be reloaded. */
public final class ReloadQuery extends Parameters<ReloadQuery> {

  public ReloadQuery setPbxId(@Nullable FlexibleId pbxId) {
    return set("pbxId", pbxId);
  }

  /** {@code full} when not set; other values are not known. */
  public ReloadQuery setType(@Nullable String type) {
    return set("type", type);
  }

  /**
   * The switchboard by its host name.
   *
   * @deprecated by the API: use {@link #setPbxId}
   */
  @Deprecated
  public ReloadQuery setHostname(@Nullable String hostname) {
    return set("hostname", hostname);
  }
}

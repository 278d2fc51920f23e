package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** What is to change in a profile; the rest stays. */
public final class ProfileUpdate extends Parameters<ProfileUpdate> {

  public ProfileUpdate setActive(@Nullable Boolean active) {
    return set("active", active);
  }

  public ProfileUpdate setForward(@Nullable ForwardMode forward) {
    return set("fwd", forward);
  }

  public ProfileUpdate setForwardNumber(@Nullable String number) {
    return set("fwdNum", number);
  }

  /** The device to use. */
  public ProfileUpdate setEndpointId(@Nullable Long endpointId) {
    return set("endpointId", endpointId);
  }
}

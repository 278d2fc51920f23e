package io.ipbx.mock.pbx.live;

import org.jspecify.annotations.Nullable;

/** What is to become of a profile; null leaves it as it is. */
public record ProfileChange(
    @Nullable Boolean active,
    @Nullable String forward,
    @Nullable String forwardNumber,
    @Nullable Integer endpointId) {

  /**
   * The profile as it is to be.
   *
   * @throws IllegalArgumentException naming what the profile cannot have
   */
  Profile of(Profile old) {
    if (endpointId != null && !old.kind().hasDevice()) {
      throw new IllegalArgumentException("endpointId: profile " + old.id() + " has no device");
    }
    if ((forward != null || forwardNumber != null) && !old.kind().hasForward()) {
      throw new IllegalArgumentException("fwd: profile " + old.id() + " does not forward");
    }
    String to = forwardNumber == null ? old.forwardNumber() : forwardNumber;
    String mode = forward == null ? old.forward() : forward;
    if (mode.equals("another") && to == null) {
      throw new IllegalArgumentException("fwdNum is missing: fwd 'another' takes a number");
    }
    return new Profile(
        old.owner(),
        old.kind(),
        active == null ? old.active() : active,
        endpointId == null ? old.endpointId() : endpointId,
        mode,
        to);
  }
}

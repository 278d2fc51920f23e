package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.Person;
import org.jspecify.annotations.Nullable;

/**
 * How calls to a person are handled while it is active.
 *
 * @param endpointId the device; null when none can be set
 * @param forward {@code none}, {@code mymobile} or {@code another}
 * @param forwardNumber null when it forwards to no other number
 */
public record Profile(
    Person owner,
    ProfileKind kind,
    boolean active,
    @Nullable Integer endpointId,
    String forward,
    @Nullable String forwardNumber) {

  private static final int FIRST_ENDPOINT = 12;

  /** As everybody has it at first. */
  static Profile initial(Person owner, ProfileKind kind, String colleague) {
    return new Profile(
        owner,
        kind,
        kind == ProfileKind.OFFICE,
        kind.hasDevice() ? FIRST_ENDPOINT + owner.place() : null,
        kind.forward(),
        kind == ProfileKind.AWAY ? colleague : null);
  }

  /** Among those of all people. */
  public int id() {
    return owner.place() * ProfileKind.values().length + kind.number();
  }

  Profile withActive(boolean on) {
    return new Profile(owner, kind, on, endpointId, forward, forwardNumber);
  }
}

package io.ipbx.mock.auth;

import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.User;
import org.jspecify.annotations.Nullable;

/**
 * Who a bearer token stands for.
 *
 * @param subject a UUID
 * @param fullAccess whether all API functions are allowed, or call log and switchboards only
 * @param actor the access that impersonates; null when the access acts for itself
 */
public record Principal(
    String subject,
    String email,
    String firstName,
    String lastName,
    int switchboard,
    boolean fullAccess,
    @Nullable String actor) {

  static Principal of(Access access) {
    return new Principal(
        access.id(),
        access.email(),
        access.firstName(),
        access.lastName(),
        access.switchboard(),
        access.impersonation(),
        null);
  }

  /** The user, as the access {@code actor} impersonates it. */
  static Principal of(User user, Principal actor) {
    return new Principal(
        user.id(),
        user.email(),
        user.firstName(),
        user.lastName(),
        user.switchboard(),
        true,
        actor.email());
  }

  /** The e-mail of the access that all it does goes back to. */
  String access() {
    return actor == null ? email : actor;
  }

  String fullName() {
    return firstName + " " + lastName;
  }

  /** The name under which its token requests are counted. */
  String identity() {
    return actor == null ? email : actor + "→" + email;
  }
}

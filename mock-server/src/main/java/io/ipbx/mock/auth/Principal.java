package io.ipbx.mock.auth;

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

  /** The name under which its token requests are counted. */
  String identity() {
    return actor == null ? email : actor + "→" + email;
  }
}

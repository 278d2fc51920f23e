package io.ipbx.mock.auth;

import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.User;
import java.util.Locale;

/** Who accesses and users are to the APIs. */
final class Principals {

  private Principals() {}

  static Principal of(Access access) {
    String email = access.email();
    int at = email.indexOf('@');
    int dot = email.indexOf('.', at);
    String domain = email.substring(at + 1, dot < 0 ? email.length() : dot);
    return new Principal(
        access.id(),
        email,
        capitalised(email.substring(0, Math.max(at, 0))),
        capitalised(domain),
        access.switchboard(),
        access.impersonation(),
        null);
  }

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

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}

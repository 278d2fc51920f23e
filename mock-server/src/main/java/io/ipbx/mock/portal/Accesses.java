package io.ipbx.mock.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API accesses, as the portal's page For Developers keeps them. Safe for use by any thread. */
public interface Accesses {

  /** All of them, by e-mail. */
  List<Access> list();

  /** The access of that e-mail, in any case; null when there is none. */
  @Nullable Access find(String email);

  /**
   * Creates an access.
   *
   * @param password null to have one generated
   * @param switchboard null for the first
   * @return the access with its password
   * @throws PasswordRejectedException when the password breaks the policy
   * @throws IllegalArgumentException when the e-mail is none, is taken, or the switchboard unknown
   */
  Access create(
      String email,
      @Nullable String password,
      @Nullable Integer switchboard,
      boolean impersonation);

  /**
   * Disables the access, or enables it again.
   *
   * @throws IllegalArgumentException when there is no such access
   */
  Access setEnabled(String email, boolean enabled);

  /**
   * Deletes the access; whether there was one. Its tokens are good no longer, nor are they when an
   * access of that e-mail is created again.
   */
  boolean delete(String email);
}

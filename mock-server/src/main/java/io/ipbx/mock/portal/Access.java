package io.ipbx.mock.portal;

/**
 * One API access of the portal.
 *
 * @param id the subject of its tokens, a UUID
 * @param email its user name, in lower case
 * @param firstName what its tokens say, made from the e-mail, as the last name is
 * @param password in clear: this is a mock
 * @param switchboard the id of the switchboard it is tied to
 * @param impersonation whether all API functions and impersonating users are allowed; without it
 *     only call log and switchboards answer
 * @param enabled a disabled access is refused with {@code Account disabled}
 */
public record Access(
    String id,
    String email,
    String firstName,
    String lastName,
    String password,
    int switchboard,
    boolean impersonation,
    boolean enabled) {

  Access withEnabled(boolean changed) {
    return new Access(
        id, email, firstName, lastName, password, switchboard, impersonation, changed);
  }

  @Override
  public String toString() {
    return "Access["
        + email
        + ", switchboard "
        + switchboard
        + ", impersonation "
        + impersonation
        + (enabled ? "]" : ", disabled]");
  }
}

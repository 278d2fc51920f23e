package io.ipbx.mock.auth;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;

/**
 * A token request that is well-formed.
 *
 * @param now milliseconds since the epoch, the same for all that this request does
 */
record GrantRequest(FormBody form, MockSettings settings, long now) {

  /** The same at another moment: a fault may have kept it waiting. */
  GrantRequest at(long moment) {
    return new GrantRequest(form, settings, moment);
  }

  boolean isClassic() {
    return settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC;
  }
}

package io.ipbx.mock.portal;

import org.jspecify.annotations.Nullable;

/** Who there is: looked up by the auth server on each grant. E-mails match in any case. */
public interface Directory {

  @Nullable Access access(String email);

  @Nullable User user(String email);
}

package io.ipbx.load.client;

import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.spi.TokenStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client under load is to do.
 *
 * @param options where, and the password; the user name in it is the first of {@code usernames}
 * @param usernames the accesses over which callers are spread
 * @param subjects the users to impersonate, over whom callers are spread; empty for none
 * @param path what is got, from the root of the API
 * @param listener to be told of what happens to tokens, by clients that can
 * @param time to be gone by, by clients that can
 * @param store where tokens are shared with other processes, by clients that can; null for none
 * @param clients how many clients each access has, over which its callers are spread
 */
public record Assignment(
    IpbxOptions options,
    List<String> usernames,
    List<String> subjects,
    String path,
    TokenListener listener,
    Time time,
    @Nullable TokenStore store,
    int clients) {

  /** The one access, for clients that know no more. */
  String onlyUsername() {
    if (usernames.size() > 1 || !subjects.isEmpty()) {
      throw new IllegalArgumentException(
          "this client has one access and impersonates nobody: choose another scenario for it");
    }
    return usernames.get(0);
  }

  String password() {
    String password = options.getPassword();
    return password == null ? "" : password;
  }
}

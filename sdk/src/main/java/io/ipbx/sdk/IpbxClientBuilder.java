package io.ipbx.sdk;

import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** Puts a client together. */
public interface IpbxClientBuilder {

  /** The options; copied, so that changing them later changes nothing here. */
  IpbxClientBuilder with(IpbxOptions options);

  /**
   * Where credentials come from, asked on an event loop whenever a password grant is due; used
   * instead of those in the options. A secret kept elsewhere can so be rotated while the client
   * runs.
   */
  IpbxClientBuilder withCredentials(Supplier<Future<Credentials>> credentials);

  /**
   * Where the access's tokens are shared with other processes or kept for the next start; without
   * one they stay in this client. The options must then name the access, also where a supplier
   * gives its credentials. Tokens of impersonated users are not kept.
   */
  IpbxClientBuilder withTokenStore(TokenStore store);

  /** Who is told of what happens to tokens. */
  IpbxClientBuilder withTokenListener(TokenListener listener);

  /** Who is told of what happens to calls. */
  IpbxClientBuilder withCallListener(CallListener listener);

  /** Whose time it is; the machine's by default. */
  IpbxClientBuilder withTime(Time time);

  /**
   * The client.
   *
   * @throws IllegalArgumentException naming the option that is wrong and what is allowed
   */
  IpbxClient build();
}

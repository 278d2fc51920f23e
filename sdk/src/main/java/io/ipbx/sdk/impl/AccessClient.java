package io.ipbx.sdk.impl;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.impl.CallTokens;
import io.vertx.core.Future;

/** A client of the access itself. */
final class AccessClient extends BaseClient {

  private final Connections connections;

  AccessClient(Connections connections) {
    super(connections.dispatcher(), connections.engine().tokens());
    this.connections = connections;
  }

  @Override
  public IpbxClient impersonate(String email) {
    return new UserClient(this, connections.dispatcher(), tokensOf(email));
  }

  @Override
  CallTokens tokensOf(String email) {
    if (!email.contains("@")) {
      throw new IllegalArgumentException(
          "email '" + email + "' is not one: give the e-mail of the user to act as");
    }
    return connections.engine().tokensOf(email.strip());
  }

  @Override
  public Future<Void> close() {
    return connections.close();
  }
}

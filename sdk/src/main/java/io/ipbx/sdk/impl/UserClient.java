package io.ipbx.sdk.impl;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.impl.CallTokens;
import io.vertx.core.Future;

/** A client of an impersonated user. */
final class UserClient extends BaseClient {

  private final IpbxClient access;

  UserClient(IpbxClient access, Dispatcher dispatcher, CallTokens tokens) {
    super(dispatcher, tokens);
    this.access = access;
  }

  @Override
  public IpbxClient impersonate(String email) {
    throw impersonating();
  }

  @Override
  CallTokens tokensOf(String email) {
    throw impersonating();
  }

  private static IllegalStateException impersonating() {
    return new IllegalStateException(
        "this client impersonates already: call impersonate on the one it came from");
  }

  @Override
  public Future<Void> close() {
    return access.close();
  }
}

package io.ipbx.load.demo;

import io.ipbx.mock.MockIpbx;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Our own client. */
final class SdkContender implements Contender {

  private final IpbxClient client;

  SdkContender(Vertx vertx, MockIpbx mock) {
    this.client = IpbxClient.create(vertx, options(mock));
  }

  /** The mock's own default access. */
  static IpbxOptions options(MockIpbx mock) {
    return new IpbxOptions()
        .setAuthUrl(mock.url())
        .setApiUrl(mock.url())
        .setUsername(Walk.USERNAME)
        .setPassword(Walk.PASSWORD);
  }

  @Override
  public String name() {
    return "ipbx-sdk";
  }

  @Override
  public Future<Void> call() {
    return client.send(IpbxRequest.get(Storm.CALL)).mapEmpty();
  }

  @Override
  public Future<Void> close() {
    return client.close();
  }
}

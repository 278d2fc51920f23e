package io.ipbx.load.demo;

import io.ipbx.load.target.EmbeddedMock;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.pbx.Call;
import io.ipbx.sdk.pbx.CallPage;
import io.ipbx.sdk.pbx.CallQuery;
import io.ipbx.sdk.pbx.CallWay;
import io.vertx.core.Vertx;

/** The first steps with the SDK: log in, list calls, act as a user. */
final class Walk {

  private static final String USER = "alice@example.com";

  private final Vertx vertx;
  private final EmbeddedMock mock;
  private final Account account;

  Walk(Vertx vertx, EmbeddedMock mock, Account account) {
    this.vertx = vertx;
    this.mock = mock;
    this.account = account;
  }

  void run() {
    account.step("mock", "auth server and API at " + mock.url());
    IpbxClient ipbx = IpbxClient.create(vertx, mock.options());
    try {
      AccessToken token = ipbx.tokens().current().await();
      account.step(
          "log in",
          mock.options().getUsername() + ", a token for " + token.lifetime().toSeconds() + " s");
      CallQuery incoming = new CallQuery().setWay(CallWay.IN).setDescending(true).setPageSize(1);
      CallPage page = ipbx.calls().list(incoming).await();
      Call last = page.items().get(0);
      account.step(
          "list calls",
          page.totalResults() + " came in, the last on " + last.start() + " from " + last.source());
      CallPage seen = ipbx.impersonate(USER).calls().list(new CallQuery()).await();
      account.step("act as a user", USER + " sees " + seen.totalResults() + " calls");
    } finally {
      ipbx.close().await();
    }
  }
}

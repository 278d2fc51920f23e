package io.ipbx.load.demo;

import io.ipbx.mock.MockIpbx;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.web.client.OAuth2WebClient;
import io.vertx.ext.web.client.OAuth2WebClientOptions;
import io.vertx.ext.web.client.WebClient;
import java.util.List;

/** Vert.x' own OAuth 2.0 web client, told to get a new token when the old one is refused. */
final class OAuth2ClientContender implements Contender {

  private static final int CONNECTIONS = 64;

  private final HttpClientAgent http;
  private final OAuth2WebClient client;
  private final MockIpbx mock;

  OAuth2ClientContender(Vertx vertx, MockIpbx mock) {
    this.mock = mock;
    this.http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    OAuth2Auth auth =
        OAuth2Auth.create(
            vertx,
            new OAuth2Options()
                .setSite(mock.url())
                .setTokenPath("/token")
                .setClientId("api")
                .setSupportedGrantTypes(List.of("password", "refresh_token")));
    this.client =
        OAuth2WebClient.create(
                WebClient.wrap(http),
                auth,
                new OAuth2WebClientOptions().setRenewTokenOnForbidden(true))
            .withCredentials(
                new Oauth2Credentials()
                    .setFlow(OAuth2FlowType.PASSWORD)
                    .setUsername(Walk.USERNAME)
                    .setPassword(Walk.PASSWORD));
  }

  @Override
  public String name() {
    return "Vert.x OAuth2WebClient";
  }

  @Override
  public Future<Void> call() {
    return client
        .getAbs(mock.url() + Storm.CALL)
        .send()
        .compose(
            answer ->
                answer.statusCode() == 200
                    ? Future.succeededFuture()
                    : Future.failedFuture("status " + answer.statusCode()));
  }

  @Override
  public Future<Void> close() {
    return http.close();
  }
}

package io.ipbx.load.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.web.client.OAuth2WebClient;
import io.vertx.ext.web.client.OAuth2WebClientOptions;
import java.util.List;

/** Vert.x' own OAuth 2.0 web client, told to get a new token when the old one is refused. */
public final class OAuth2WebClientContender implements Contender {

  @Override
  public Session open(Vertx vertx, Assignment assignment) {
    PeerHttp http = new PeerHttp(vertx, assignment);
    OAuth2Auth auth =
        OAuth2Auth.create(
            vertx,
            new OAuth2Options()
                .setSite(assignment.options().getAuthUrl())
                .setTokenPath("/token")
                .setClientId(assignment.options().getClientId())
                .setSupportedGrantTypes(List.of("password", "refresh_token")));
    OAuth2WebClient client =
        OAuth2WebClient.create(
                http.web(), auth, new OAuth2WebClientOptions().setRenewTokenOnForbidden(true))
            .withCredentials(
                new Oauth2Credentials()
                    .setFlow(OAuth2FlowType.PASSWORD)
                    .setUsername(assignment.onlyUsername())
                    .setPassword(assignment.password()));
    String address = assignment.options().getApiUrl() + assignment.path();
    return new Session() {
      @Override
      public Future<?> call(long caller) {
        return client.getAbs(address).send().compose(PeerHttp::expect200);
      }

      @Override
      public Future<Void> close() {
        return http.close();
      }
    };
  }
}

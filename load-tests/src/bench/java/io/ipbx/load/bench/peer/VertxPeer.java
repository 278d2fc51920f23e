package io.ipbx.load.bench.peer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The token part of what {@code OAuth2WebClient} does before each request: the user it remembers
 * unless he has expired, else {@code OAuth2Auth} is asked for another.
 */
final class VertxPeer implements Peer {

  private static final Oauth2Credentials ACCESS =
      new Oauth2Credentials()
          .setFlow(OAuth2FlowType.PASSWORD)
          .setUsername("bench@example.com")
          .setPassword("Passw0rd.2026");

  private final OAuth2Auth auth;
  private volatile @Nullable User user;

  VertxPeer(Vertx vertx, GrantServer server) {
    this.auth =
        OAuth2Auth.create(
            vertx,
            new OAuth2Options()
                .setSite(server.url())
                .setTokenPath("/token")
                .setClientId("api")
                .setHttpClientOptions(new HttpClientOptions())
                .setSupportedGrantTypes(List.of("password", "refresh_token")));
  }

  private Future<User> current() {
    User known = user;
    return known != null && !known.expired()
        ? Future.succeededFuture(known)
        : auth.authenticate(ACCESS).onSuccess(fresh -> user = fresh);
  }

  @Override
  public String token() {
    return "Bearer " + current().result().principal().getString("access_token");
  }

  @Override
  public void ask(Consumer<@Nullable Throwable> resumed) {
    current().onComplete(token -> resumed.accept(null), resumed::accept);
  }

  @Override
  public boolean keepsContext() {
    return true;
  }

  @Override
  public void close() {
    auth.close();
  }
}

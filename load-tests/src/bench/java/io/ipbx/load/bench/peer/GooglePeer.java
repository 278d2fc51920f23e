package io.ipbx.load.bench.peer;

import com.google.auth.RequestMetadataCallback;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Credentials that give the headers of a request, at once or by a callback. */
final class GooglePeer implements Peer {

  private static final URI ANY = URI.create("https://api.example.com/");

  private final Grants grants;
  private final ExecutorService refreshing = Executors.newSingleThreadExecutor();
  private final OAuth2Credentials credentials;

  GooglePeer(Vertx vertx, GrantServer server) {
    this.grants = new Grants(vertx, server.url());
    this.credentials = new Password(grants);
  }

  @SuppressWarnings("serial") // never written anywhere
  private static final class Password extends OAuth2Credentials {

    private final transient Grants grants;

    Password(Grants grants) {
      this.grants = grants;
    }

    @Override
    public AccessToken refreshAccessToken() {
      Granted granted = grants.await();
      return new AccessToken(granted.token(), Date.from(granted.expiresAt()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  @Override
  public String token() throws IOException {
    return Objects.requireNonNull(credentials.getRequestMetadata(ANY).get("Authorization")).get(0);
  }

  @Override
  public void ask(Consumer<@Nullable Throwable> resumed) {
    credentials.getRequestMetadata(
        ANY,
        refreshing,
        new RequestMetadataCallback() {
          @Override
          public void onSuccess(Map<String, List<String>> headers) {
            resumed.accept(null);
          }

          @Override
          public void onFailure(Throwable failure) {
            resumed.accept(failure);
          }
        });
  }

  @Override
  public void close() {
    refreshing.shutdown();
    grants.close();
  }
}

package io.ipbx.load.client;

import com.google.auth.RequestMetadataCallback;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Google's credentials, in front of a WebClient. They refresh on threads that wait; after a 401
 * they are told to refresh and the call is made again, as their {@code HttpCredentialsAdapter}
 * does.
 */
public final class GoogleAuthContender implements Contender {

  /** As many threads to wait on as a Vert.x application has by default. */
  private static final int WORKERS = 20;

  @Override
  public Session open(Vertx vertx, Assignment assignment) {
    assignment.onlyUsername();
    return new Google(vertx, new PeerHttp(vertx, assignment), assignment);
  }

  private static final class Google implements Session {

    private final Vertx vertx;
    private final PeerHttp http;
    private final URI api;
    private final OAuth2Credentials credentials;
    private final ExecutorService waiting = Executors.newFixedThreadPool(WORKERS);

    Google(Vertx vertx, PeerHttp http, Assignment assignment) {
      this.vertx = vertx;
      this.http = http;
      this.api = URI.create(assignment.options().getApiUrl());
      this.credentials = new PasswordCredentials(http);
    }

    @Override
    public Future<?> call(long caller) {
      return get()
          .compose(
              answer ->
                  answer.statusCode() == 401
                      ? refresh().compose(done -> get())
                      : Future.succeededFuture(answer))
          .compose(PeerHttp::expect200);
    }

    private Future<HttpResponse<Buffer>> get() {
      CompletableFuture<AccessToken> token = new CompletableFuture<>();
      credentials.getRequestMetadata(
          api,
          waiting,
          new RequestMetadataCallback() {
            @Override
            public void onSuccess(Map<String, List<String>> headers) {
              token.complete(credentials.getAccessToken());
            }

            @Override
            public void onFailure(Throwable failure) {
              token.completeExceptionally(failure);
            }
          });
      return onCallersContext(token).compose(good -> http.get(good.getTokenValue()));
    }

    private Future<Void> refresh() {
      return onCallersContext(
          CompletableFuture.runAsync(
              () -> {
                try {
                  credentials.refresh();
                } catch (IOException failure) {
                  throw new IllegalStateException(failure);
                }
              },
              waiting));
    }

    private <T> Future<T> onCallersContext(CompletableFuture<T> stage) {
      return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
    }

    @Override
    public Future<Void> close() {
      waiting.shutdownNow();
      return http.close();
    }
  }

  /** The password grant, which Google's own credentials do not know. */
  @SuppressWarnings("serial") // written nowhere
  private static final class PasswordCredentials extends OAuth2Credentials {

    private final transient PeerHttp http;

    PasswordCredentials(PeerHttp http) {
      this.http = http;
    }

    @Override
    public AccessToken refreshAccessToken() {
      JsonObject granted = http.passwordGrant().await();
      Instant end = Instant.now().plusSeconds(granted.getLong("expires_in"));
      return new AccessToken(granted.getString("access_token"), Date.from(end));
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
}

package io.ipbx.load.bench.peer;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.SimpleTokenCache;
import io.vertx.core.Vertx;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A Mono, which asks when it is subscribed to. */
final class AzurePeer implements Peer {

  private final Grants grants;
  private final SimpleTokenCache cache;

  AzurePeer(Vertx vertx, GrantServer server) {
    this.grants = new Grants(vertx, server.url());
    this.cache =
        new SimpleTokenCache(
            () ->
                Mono.fromCompletionStage(() -> grants.send().toCompletionStage())
                    .map(AzurePeer::token));
  }

  private static AccessToken token(Granted granted) {
    return new AccessToken(granted.token(), granted.expiresAt().atOffset(ZoneOffset.UTC));
  }

  @Override
  public String token() {
    return Objects.requireNonNull(cache.getToken().block()).getToken();
  }

  @Override
  public void ask(Consumer<@Nullable Throwable> resumed) {
    cache.getToken().subscribe(token -> resumed.accept(null), resumed);
  }

  @Override
  public void close() {
    grants.close();
  }
}

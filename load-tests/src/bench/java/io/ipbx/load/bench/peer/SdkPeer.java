package io.ipbx.load.bench.peer;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.Tokens;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ours: a future that is complete already, of a token that knows its header. */
final class SdkPeer implements Peer {

  private final IpbxClient client;
  private final Tokens tokens;

  SdkPeer(Vertx vertx, GrantServer server) {
    this.client =
        IpbxClient.create(
            vertx,
            new IpbxOptions()
                .setAuthUrl(server.url())
                .setApiUrl(server.url())
                .setUsername("bench@example.com")
                .setPassword("Passw0rd.2026")
                .setFlightTimeout(120_000)
                .setAuthTimeout(120_000));
    this.tokens = client.tokens();
  }

  @Override
  public String token() {
    return tokens.current().result().authorization();
  }

  @Override
  public void ask(Consumer<@Nullable Throwable> resumed) {
    tokens.current().onComplete(token -> resumed.accept(null), resumed::accept);
  }

  @Override
  public boolean keepsContext() {
    return true;
  }

  @Override
  public void close() {
    client.close().await();
  }
}

package io.ipbx.load.bench;

import io.ipbx.load.bench.peer.GrantServer;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Users of one client, each with a token of his own, none forgotten. */
@Command(name = "identities", description = "What an impersonated user costs in memory.")
final class IdentitiesCommand implements Callable<Integer> {

  private static final int AT_A_TIME = 64;

  @Option(names = "--users", description = "How many. Default: ${DEFAULT-VALUE}")
  private int users = 1_000_000;

  @Option(
      names = "--token-length",
      split = ",",
      description = "In characters. Default: ${DEFAULT-VALUE}")
  private List<Integer> lengths = List.of(36, GrantServer.JWT_LENGTH);

  @Override
  public Integer call() {
    Table table =
        new Table(
            Table.whole(users) + " users",
            "characters of a token",
            "B/user",
            "B/user less the token");
    for (int length : lengths) {
      double bytes = measure(length);
      table.row("ipbx-sdk", Table.whole(length), Table.whole(bytes), Table.whole(bytes - length));
    }
    return 0;
  }

  private double measure(int tokenLength) {
    Vertx vertx = Vertx.vertx();
    try (GrantServer server = new GrantServer(tokenLength)) {
      server.expiresIn(86_400);
      IpbxClient client =
          IpbxClient.create(
              vertx,
              new IpbxOptions()
                  .setAuthUrl(server.url())
                  .setApiUrl(server.url())
                  .setUsername("bench@example.com")
                  .setPassword("Passw0rd.2026")
                  .setImpersonations(users));
      client.tokens().current().await();
      long before = Heap.used();
      new Fetching(client, vertx.getOrCreateContext()).run();
      double each = (double) (Heap.used() - before) / users;
      if (server.grants() != users + 1L) {
        throw new IllegalStateException(server.grants() + " grants for " + users + " users");
      }
      client.close().await();
      return each;
    } finally {
      vertx.close().await();
    }
  }

  /** Everybody's first token; on one event loop. */
  private final class Fetching {

    private final IpbxClient client;
    private final Context loop;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int started;
    private int ended;

    Fetching(IpbxClient client, Context loop) {
      this.client = client;
      this.loop = loop;
    }

    void run() {
      loop.runOnContext(
          begin -> {
            for (int i = 0; i < AT_A_TIME; i++) {
              next();
            }
          });
      over.join();
    }

    private void next() {
      if (started < users) {
        String email = "user-" + started++ + "@example.com";
        client
            .impersonate(email)
            .tokens()
            .current()
            .onComplete(token -> ended(), over::completeExceptionally);
      }
    }

    private void ended() {
      if (++ended == users) {
        over.complete(null);
      } else {
        next();
      }
    }
  }
}

package io.ipbx.load.bench;

import io.ipbx.load.bench.peer.GrantServer;
import io.ipbx.load.bench.peer.Peer;
import io.ipbx.load.bench.peer.Peers;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a token costs that is there and valid, up to the text that goes into the request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets up
public class HotPath {

  @Param public Peers peer;

  private Vertx vertx;
  private GrantServer server;
  private Peer way;

  @Setup
  public void open() {
    vertx = Vertx.vertx();
    server = new GrantServer(GrantServer.JWT_LENGTH);
    way = peer.open(vertx, server);
    CompletableFuture<Void> there = new CompletableFuture<>();
    way.ask(
        failure -> {
          if (failure == null) {
            there.complete(null);
          } else {
            there.completeExceptionally(failure);
          }
        });
    there.join();
  }

  @Benchmark
  public String token() throws Exception {
    return way.token();
  }

  @TearDown
  public void close() {
    way.close();
    server.close();
    vertx.close().await();
  }
}

package io.ipbx.load.bench;

import io.ipbx.load.bench.peer.GrantServer;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request with a token, from one event loop, as many at a time as there are connections. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets up
public class AuthorisedRequest {

  private static final int BATCH = 4_000;
  private static final int CONNECTIONS = 32;
  private static final String HEADER = HttpHeaders.AUTHORIZATION.toString();
  private static final String PATH = "/calls/current";

  private Vertx vertx;
  private Context loop;
  private FixedAnswer api;
  private GrantServer auth;
  private IpbxClient sdk;
  private WebClient web;
  private String address;
  private String authorization;

  @Setup
  public void open() throws IOException {
    vertx = Vertx.vertx();
    loop = vertx.getOrCreateContext();
    api = FixedAnswer.start();
    auth = new GrantServer(GrantServer.JWT_LENGTH);
    sdk =
        IpbxClient.create(
            vertx,
            new IpbxOptions()
                .setAuthUrl(auth.url())
                .setApiUrl(api.url())
                .setUsername("bench@example.com")
                .setPassword("Passw0rd.2026")
                .setConnections(CONNECTIONS));
    web =
        WebClient.create(
            vertx,
            new WebClientOptions().setFollowRedirects(false),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    address = api.url() + PATH;
    authorization = sdk.tokens().current().await().authorization();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void throughTheSdk() {
    batch(() -> sdk.send(IpbxRequest.get(PATH)));
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void bareWebClient() {
    batch(() -> web.getAbs(address).putHeader(HEADER, authorization).send());
  }

  /** Both in turn, every tenth of a second, so that what else the machine does hits both. */
  @Benchmark
  @OperationsPerInvocation(2 * BATCH)
  public void inTurn(Nanos nanos) {
    long begin = System.nanoTime();
    throughTheSdk();
    long middle = System.nanoTime();
    bareWebClient();
    nanos.sdk += middle - begin;
    nanos.bare += System.nanoTime() - middle;
  }

  /** What each took of an iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Nanos {
    public long sdk;
    public long bare;
  }

  private void batch(Supplier<Future<?>> request) {
    Batch batch = new Batch(request);
    loop.runOnContext(begin -> batch.start());
    batch.over.join();
  }

  /** All requests of one batch; on one event loop. */
  private static final class Batch {

    private final Supplier<Future<?>> request;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private int started;
    private int ended;

    Batch(Supplier<Future<?>> request) {
      this.request = request;
    }

    void start() {
      for (int i = 0; i < CONNECTIONS; i++) {
        next();
      }
    }

    private void next() {
      if (started < BATCH) {
        started++;
        request.get().onComplete(answer -> ended(), over::completeExceptionally);
      }
    }

    private void ended() {
      if (++ended == BATCH) {
        over.complete(null);
      } else {
        next();
      }
    }
  }

  @TearDown
  public void close() {
    sdk.close().await();
    web.close();
    api.close();
    auth.close();
    vertx.close().await();
  }
}

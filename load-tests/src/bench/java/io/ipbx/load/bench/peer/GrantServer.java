package io.ipbx.load.bench.peer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An auth server that gives a new token for every grant: at once, or when it is told to. */
public final class GrantServer implements AutoCloseable {

  /** Of a token as the mock signs it, as good as. */
  public static final int JWT_LENGTH = 900;

  private static final int SERIAL = 20;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  /** All below is read and written here. */
  private final Context loop = vertx.getOrCreateContext();

  private final List<HttpServerRequest> held = new ArrayList<>();
  private final String padding;
  private final HttpServer server;
  private int expiresIn = 3600;
  private boolean holding;
  private long grants;

  /**
   * @param tokenLength of each token, in characters: 20 or more
   */
  public GrantServer(int tokenLength) {
    this.padding = "t".repeat(tokenLength - SERIAL);
    this.server =
        onLoop(() -> vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"))
            .await();
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** How many token requests there have been. */
  public long grants() {
    return onLoop(() -> grants);
  }

  /** Tokens live that many seconds from now on. */
  public void expiresIn(int seconds) {
    onLoop(() -> expiresIn = seconds);
  }

  /** Keeps every token request waiting from now on. */
  public void hold() {
    onLoop(() -> holding = true);
  }

  /**
   * Answers those that wait, and from now on all others at once.
   *
   * @return when the first was answered, by {@link System#nanoTime}
   */
  public long release() {
    return onLoop(
        () -> {
          long first = System.nanoTime();
          holding = false;
          held.forEach(this::answer);
          held.clear();
          return first;
        });
  }

  private <T> T onLoop(Supplier<T> action) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(
        ignored -> {
          try {
            done.complete(action.get());
          } catch (RuntimeException failure) {
            done.fail(failure);
          }
        });
    return done.future().await();
  }

  private void take(HttpServerRequest request) {
    grants++;
    request.end().onSuccess(whole -> admit(request));
  }

  private void admit(HttpServerRequest request) {
    if (holding) {
      held.add(request);
    } else {
      answer(request);
    }
  }

  private Future<Void> answer(HttpServerRequest request) {
    JsonObject body =
        new JsonObject()
            .put("access_token", String.format("%0" + SERIAL + "d", grants) + padding)
            .put("token_type", "Bearer")
            .put("expires_in", expiresIn);
    return request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}

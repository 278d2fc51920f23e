package io.ipbx.mock.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/**
 * The yardstick: reads the body of each request and answers with the same bytes, as many as a token
 * answer has. Run as the mock is, on as many event loops.
 */
public final class FixedAnswerServer extends VerticleBase {

  private static final int ANSWER_LENGTH = 2_200;
  private static final Buffer ANSWER = Buffer.buffer("x".repeat(ANSWER_LENGTH));

  private final int port;

  private FixedAnswerServer(int port) {
    this.port = port;
  }

  /** The port is the one argument. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    int loops = Runtime.getRuntime().availableProcessors();
    Vertx.vertx()
        .deployVerticle(
            () -> new FixedAnswerServer(port), new DeploymentOptions().setInstances(loops))
        .onComplete(
            ready -> System.out.println("http://127.0.0.1:" + port),
            failed -> {
              failed.printStackTrace();
              System.exit(1);
            });
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer()
        .requestHandler(
            request ->
                request
                    .body()
                    .onSuccess(
                        body ->
                            request
                                .response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                .end(ANSWER)))
        .listen(port, "127.0.0.1");
  }
}

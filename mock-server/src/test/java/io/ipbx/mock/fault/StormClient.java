package io.ipbx.mock.fault;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many identities that log in, refresh, exchange and call, whatever comes back. */
final class StormClient {

  private static final int IDENTITIES = 200;
  private static final int WORKERS = 32;
  private static final int PATIENCE = 500;

  private final MockIpbx mock;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClientAgent http;
  private final AtomicReferenceArray<JsonObject> tokens = new AtomicReferenceArray<>(IDENTITIES);
  private final ConcurrentMap<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  StormClient(MockIpbx mock) {
    this.mock = mock;
    this.http =
        vertx
            .httpClientBuilder()
            .with(new PoolOptions().setHttp1MaxSize(WORKERS))
            // A reset is the request's failure; the log need not have it too.
            .withConnectHandler(connection -> connection.exceptionHandler(reset -> {}))
            .build();
    IntStream.range(0, IDENTITIES)
        .forEach(i -> mock.accesses().create(name(i), RunningMock.PASSWORD, null, true));
  }

  private static String name(int identity) {
    return "storm" + identity + "@example.com";
  }

  /** Sends so many requests; completes when each has come to its end. */
  Future<Void> run(int requests) {
    return Future.all(
            IntStream.range(0, WORKERS)
                .mapToObj(
                    worker -> {
                      Promise<Void> done = Promise.promise();
                      next(worker, requests, done);
                      return done.future();
                    })
                .toList())
        .mapEmpty();
  }

  private void next(int number, int requests, Promise<Void> done) {
    if (number >= requests) {
      done.complete();
      return;
    }
    request(number)
        .onComplete(
            result -> {
              String outcome =
                  result.succeeded()
                      ? String.valueOf(result.result())
                      : result.cause().getClass().getSimpleName();
              outcomes.computeIfAbsent(outcome, made -> new LongAdder()).increment();
              next(number + WORKERS, requests, done);
            });
  }

  private Future<Integer> request(int number) {
    int identity = number % IDENTITIES;
    JsonObject held = tokens.get(identity);
    int kind = held == null ? 0 : number / IDENTITIES % 5;
    return switch (kind) {
      case 0, 1 -> form(identity, RunningMock.password(name(identity), RunningMock.PASSWORD));
      case 2 -> form(identity, RunningMock.refresh(held.getString("refresh_token")));
      case 3 ->
          send(HttpMethod.GET, "/calls", held, "text/plain", "").map(answer -> answer.status());
      default ->
          send(
                  HttpMethod.POST,
                  "/token-exchange",
                  held,
                  "application/json",
                  "{\"email\":\"alice@example.com\"}")
              .map(answer -> answer.status());
    };
  }

  private Future<Integer> form(int identity, String form) {
    return send(HttpMethod.POST, "/token", null, "application/x-www-form-urlencoded", form)
        .map(
            answer -> {
              if (answer.status() == 200 && answer.body().toString().endsWith("}")) {
                tokens.set(identity, answer.body().toJsonObject());
              }
              return answer.status();
            });
  }

  private record Answer(int status, Buffer body) {}

  private Future<Answer> send(
      HttpMethod method, String path, @Nullable JsonObject bearer, String type, String body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(mock.url() + path)
            .setIdleTimeout(PATIENCE)
            .putHeader("Content-Type", type);
    if (bearer != null) {
      options.putHeader("Authorization", RunningMock.bearer(bearer));
    }
    return http.request(options)
        .compose(request -> request.send(body))
        .compose(response -> response.body().map(read -> new Answer(response.statusCode(), read)));
  }

  /** One login, and its status. */
  Future<Integer> login() {
    return form(0, RunningMock.password(name(0), RunningMock.PASSWORD));
  }

  Map<String, LongAdder> outcomes() {
    return outcomes;
  }

  Future<Void> close() {
    return vertx.close();
  }
}

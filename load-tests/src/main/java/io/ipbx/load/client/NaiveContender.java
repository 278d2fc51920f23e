package io.ipbx.load.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one writes in an afternoon: the token in a variable, and when it is missing or refused, a
 * new one asked for. Nobody notices that all others do the same at that moment.
 */
public final class NaiveContender implements Contender {

  private record Tokens(String access, @Nullable String refresh) {}

  @Override
  public Session open(Vertx vertx, Assignment assignment) {
    assignment.onlyUsername();
    return new Naive(new PeerHttp(vertx, assignment));
  }

  private static final class Naive implements Session {

    private final PeerHttp http;
    private final AtomicReference<@Nullable Tokens> held = new AtomicReference<>();

    Naive(PeerHttp http) {
      this.http = http;
    }

    @Override
    public Future<?> call(long caller) {
      Tokens tokens = held.get();
      return (tokens == null ? login() : Future.succeededFuture(tokens))
          .compose(good -> http.get(good.access()))
          .compose(
              answer ->
                  answer.statusCode() == 401
                      ? renew().compose(fresh -> http.get(fresh.access()))
                      : Future.succeededFuture(answer))
          .compose(PeerHttp::expect200);
    }

    private Future<Tokens> renew() {
      Tokens tokens = held.get();
      String refresh = tokens == null ? null : tokens.refresh();
      return refresh == null
          ? login()
          : http.refreshGrant(refresh).map(this::hold).recover(refused -> login());
    }

    private Future<Tokens> login() {
      return http.passwordGrant().map(this::hold);
    }

    private Tokens hold(JsonObject granted) {
      Tokens tokens =
          new Tokens(granted.getString("access_token"), granted.getString("refresh_token"));
      held.set(tokens);
      return tokens;
    }

    @Override
    public Future<Void> close() {
      return http.close();
    }
  }
}

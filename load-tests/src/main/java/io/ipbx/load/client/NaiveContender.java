package io.ipbx.load.client;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
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
    return new Naive(new PeerHttp(vertx, assignment), assignment);
  }

  private static final class Naive implements Session {

    private final PeerHttp http;
    private final Assignment assignment;
    private final String username;
    private final AtomicReference<@Nullable Tokens> held = new AtomicReference<>();

    Naive(PeerHttp http, Assignment assignment) {
      this.http = http;
      this.assignment = assignment;
      this.username = assignment.onlyUsername();
    }

    @Override
    public Future<?> call(long caller) {
      Tokens tokens = held.get();
      return (tokens == null ? login().compose(this::get) : get(tokens))
          .compose(
              answer ->
                  answer.statusCode() == 401
                      ? renew().compose(this::get)
                      : Future.succeededFuture(answer))
          .compose(PeerHttp::expect200);
    }

    private Future<HttpResponse<Buffer>> get(Tokens tokens) {
      return http.web()
          .getAbs(assignment.options().getApiUrl() + assignment.path())
          .bearerTokenAuthentication(tokens.access())
          .send();
    }

    private Future<Tokens> renew() {
      Tokens tokens = held.get();
      if (tokens == null || tokens.refresh() == null) {
        return login();
      }
      MultiMap form = form("refresh_token").add("refresh_token", tokens.refresh());
      return ask(form).recover(refused -> login());
    }

    private Future<Tokens> login() {
      return ask(form("password").add("username", username).add("password", assignment.password()));
    }

    private MultiMap form(String grant) {
      return MultiMap.caseInsensitiveMultiMap()
          .add("grant_type", grant)
          .add("client_id", assignment.options().getClientId());
    }

    private Future<Tokens> ask(MultiMap form) {
      return http.web()
          .postAbs(assignment.options().getAuthUrl() + "/token")
          .sendForm(form)
          .compose(answer -> PeerHttp.expect200(answer).map(answer))
          .map(
              answer -> {
                JsonObject json = answer.bodyAsJsonObject();
                Tokens tokens =
                    new Tokens(json.getString("access_token"), json.getString("refresh_token"));
                held.set(tokens);
                return tokens;
              });
    }

    @Override
    public Future<Void> close() {
      return http.close();
    }
  }
}

package io.ipbx.sdk.testing;

import io.vertx.core.Future;
import java.util.function.Function;

/**
 * A well-behaved auth server and API in script form: counts its tokens up ({@code access-1}, {@code
 * refresh-1}, …) and takes any bearer. Each part can be replaced by another behaviour.
 */
public final class AuthScript implements Function<Request, Reply> {

  private int issued;
  private long expiresIn = 3600;
  private Function<Request, Reply> password = request -> next();
  private Function<Request, Reply> refresh = request -> next();
  private Function<Request, Reply> exchange = request -> next();
  private Function<Request, Reply> api =
      request -> Reply.of(200, "application/json", "{\"bearer\":\"" + request.bearer() + "\"}");

  public static AuthScript wellBehaved() {
    return new AuthScript();
  }

  public AuthScript expiresIn(long seconds) {
    this.expiresIn = seconds;
    return this;
  }

  public AuthScript onPassword(Function<Request, Reply> behaviour) {
    this.password = behaviour;
    return this;
  }

  public AuthScript onRefresh(Function<Request, Reply> behaviour) {
    this.refresh = behaviour;
    return this;
  }

  public AuthScript onExchange(Function<Request, Reply> behaviour) {
    this.exchange = behaviour;
    return this;
  }

  public AuthScript onApi(Function<Request, Reply> behaviour) {
    this.api = behaviour;
    return this;
  }

  /** Fresh tokens. */
  public synchronized Reply next() {
    issued++;
    return Reply.tokens("access-" + issued, "refresh-" + issued, expiresIn);
  }

  /** Fresh tokens, once {@code event} has come. */
  public Reply nextAfter(Future<?> event) {
    return next().after(event);
  }

  @Override
  public Reply apply(Request request) {
    if (request.isGrant("password")) {
      return password.apply(request);
    }
    if (request.isGrant("refresh_token")) {
      return refresh.apply(request);
    }
    return request.target().equals("/token-exchange")
        ? exchange.apply(request)
        : api.apply(request);
  }
}

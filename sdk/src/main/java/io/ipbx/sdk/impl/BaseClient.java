package io.ipbx.sdk.impl;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.pbx.Calls;
import io.ipbx.sdk.pbx.impl.HttpCalls;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;

/** The API with one identity's tokens. */
abstract class BaseClient implements IpbxClient {

  private final Dispatcher dispatcher;
  private final Tokens tokens;
  private final Calls calls;

  BaseClient(Dispatcher dispatcher, Tokens tokens) {
    this.dispatcher = dispatcher;
    this.tokens = tokens;
    this.calls = new HttpCalls(this::send);
  }

  @Override
  public final Calls calls() {
    return calls;
  }

  @Override
  public final Future<HttpResponse<Buffer>> send(IpbxRequest request) {
    String user = request.impersonated();
    return dispatcher.send(request, user == null ? tokens : tokensOf(user));
  }

  /** The tokens of the user with that e-mail. */
  abstract Tokens tokensOf(String email);

  @Override
  public final Tokens tokens() {
    return tokens;
  }
}

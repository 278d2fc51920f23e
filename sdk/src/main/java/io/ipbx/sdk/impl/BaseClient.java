package io.ipbx.sdk.impl;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.auth.impl.CallTokens;
import io.ipbx.sdk.pbx.PbxGroups;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;

/** The API with one identity's tokens. */
abstract class BaseClient implements IpbxClient {

  private final Dispatcher dispatcher;
  private final CallTokens tokens;
  private final PbxGroups groups;

  BaseClient(Dispatcher dispatcher, CallTokens tokens) {
    this.dispatcher = dispatcher;
    this.tokens = tokens;
    this.groups = new PbxGroups(this);
  }

  @Override
  public final PbxGroups groups() {
    return groups;
  }

  @Override
  public final Future<HttpResponse<Buffer>> send(IpbxRequest request) {
    return dispatcher.send(request, tokensFor(request));
  }

  @Override
  public final Future<BodyStream> open(IpbxRequest request) {
    return dispatcher.open(request, tokensFor(request));
  }

  private CallTokens tokensFor(IpbxRequest request) {
    String user = request.impersonated();
    return user == null ? tokens : tokensOf(user);
  }

  /** The tokens of the user with that e-mail. */
  abstract CallTokens tokensOf(String email);

  @Override
  public final Tokens tokens() {
    return tokens;
  }
}

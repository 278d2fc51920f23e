package io.ipbx.sdk.impl;

import io.ipbx.sdk.CallListener;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxClientBuilder;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.auth.impl.FixedCredentials;
import io.ipbx.sdk.auth.impl.TokenEngine;
import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.internal.CloseFuture;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks what it was given, then builds one client of it. */
public final class ClientBuilder implements IpbxClientBuilder {

  private final Vertx vertx;
  private IpbxOptions options = new IpbxOptions();
  private @Nullable Supplier<Future<Credentials>> credentials;
  private @Nullable TokenStore store;
  private TokenListener listener = event -> {};
  private @Nullable CallListener callListener;
  private Time time;

  public ClientBuilder(Vertx vertx) {
    this.vertx = vertx;
    this.time = Time.system(vertx);
  }

  @Override
  public IpbxClientBuilder with(IpbxOptions options) {
    this.options = new IpbxOptions(options);
    return this;
  }

  @Override
  public IpbxClientBuilder withCredentials(Supplier<Future<Credentials>> credentials) {
    this.credentials = credentials;
    return this;
  }

  @Override
  public IpbxClientBuilder withTokenStore(TokenStore store) {
    this.store = store;
    return this;
  }

  @Override
  public IpbxClientBuilder withTokenListener(TokenListener listener) {
    this.listener = listener;
    return this;
  }

  @Override
  public IpbxClientBuilder withCallListener(CallListener listener) {
    this.callListener = listener;
    return this;
  }

  @Override
  public IpbxClientBuilder withTime(Time time) {
    this.time = time;
    return this;
  }

  @Override
  public IpbxClient build() {
    CheckedOptions checked = CheckedOptions.of(options);
    Supplier<Future<Credentials>> supplier = credentials != null ? credentials : fixed(checked);
    HttpClientAgent authHttp = http(options.getAuthConnections());
    HttpClientAgent apiHttp = http(options.getConnections());
    SecureRandom random = new SecureRandom();
    TokenEngine engine =
        new TokenEngine(
            vertx, authHttp, checked.auth(), username(), supplier, store, listener, time, random);
    Dispatcher dispatcher =
        new Dispatcher(
            apiHttp,
            checked.api(),
            checked.requestTimeout(),
            checked.retries(random),
            time,
            callListener);
    Connections connections = new Connections(engine, dispatcher, authHttp, apiHttp);
    connections.closeWith(owner());
    return new AccessClient(connections);
  }

  private String username() {
    String username = Objects.requireNonNullElse(options.getUsername(), "");
    if (store != null && username.isBlank()) {
      throw new IllegalArgumentException(
          "username is missing: a token store keeps tokens by the access they belong to");
    }
    return username;
  }

  /** Whoever's end is the client's: the verticle that makes it, or Vert.x. */
  private CloseFuture owner() {
    VertxInternal internal = (VertxInternal) vertx;
    ContextInternal context = internal.getContext();
    return context != null ? context.closeFuture() : internal.closeFuture();
  }

  private static Supplier<Future<Credentials>> fixed(CheckedOptions checked) {
    return new FixedCredentials(checked.credentials());
  }

  private HttpClientAgent http(int connections) {
    HttpClientOptions http =
        new HttpClientOptions()
            .setUseAlpn(true)
            .setVerifyHost(true)
            .setDecompressionSupported(true)
            .setConnectTimeout((int) Duration.ofSeconds(5).toMillis());
    return vertx
        .httpClientBuilder()
        .with(http)
        .with(new PoolOptions().setHttp1MaxSize(connections).setHttp2MaxSize(connections))
        .withConnectHandler(ClientBuilder::keepOutOfLogs)
        .build();
  }

  /**
   * Without a handler Vert.x logs what of an answer it cannot parse, and a server may repeat our
   * token there. Who sent the request is told in any case.
   */
  private static void keepOutOfLogs(HttpConnection connection) {
    connection.exceptionHandler(ignored -> {});
  }
}

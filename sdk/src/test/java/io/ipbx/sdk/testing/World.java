package io.ipbx.sdk.testing;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxClientBuilder;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.TokenEvent;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A scripted server, time moved by hand, and clients of both; closes what it made. */
public final class World implements AutoCloseable {

  public static final String USERNAME = "access@example.com";
  public static final String PASSWORD = "Passw0rd.2026";

  private final Vertx vertx;
  private final ScriptedServer server;
  private final ManualTime time = new ManualTime();
  private final List<TokenEvent> events = new CopyOnWriteArrayList<>();
  private final List<IpbxClient> clients = new CopyOnWriteArrayList<>();

  public World(Vertx vertx, Function<Request, Reply> script) {
    this.vertx = vertx;
    this.server = new ScriptedServer(vertx, script);
  }

  public ScriptedServer server() {
    return server;
  }

  public ManualTime time() {
    return time;
  }

  public List<TokenEvent> events() {
    return events;
  }

  public IpbxOptions options() {
    return new IpbxOptions()
        .setAuthUrl(server.url())
        .setApiUrl(server.url())
        .setUsername(USERNAME)
        .setPassword(PASSWORD);
  }

  public IpbxClient client() {
    return client(options());
  }

  public IpbxClient client(IpbxOptions options) {
    return keep(builder(options).build());
  }

  /** A builder with this world's time, for a test that has more to set. */
  public IpbxClientBuilder builder(IpbxOptions options) {
    return IpbxClient.builder(vertx).with(options).withTime(time).withTokenListener(events::add);
  }

  public IpbxClient keep(IpbxClient client) {
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(client -> Await.result(client.close()));
    server.close();
  }
}

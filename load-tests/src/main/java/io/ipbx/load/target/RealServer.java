package io.ipbx.load.target;

import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A server that is not ours to play with: called gently, by consent, and never touched. */
public final class RealServer implements Target {

  /** Calls a second, unless more were asked for. */
  public static final double GENTLE_RATE = 5;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final IpbxOptions options;

  private RealServer(IpbxOptions options) {
    this.options = options;
  }

  /**
   * The server that the environment names, as {@link IpbxOptions#fromEnv(Map)} reads it.
   *
   * @param consent the hosts of the auth server and of the API, said again by whoever may put load
   *     on them, with a comma between them
   * @throws IllegalArgumentException when that is missing, the environment lacks the credentials,
   *     or they would travel in the clear
   */
  public static RealServer of(Map<String, String> environment, String consent) {
    IpbxOptions options = IpbxOptions.fromEnv(environment);
    String auth = hostOf(options.getAuthUrl());
    String api = hostOf(options.getApiUrl());
    if (!Set.of(consent.split(",")).containsAll(List.of(auth, api))) {
      throw new IllegalArgumentException(
          "a real server is loaded by consent only: say --consent "
              + (auth.equals(api) ? auth : auth + "," + api)
              + " if you may");
    }
    if (options.getUsername() == null || options.getPassword() == null) {
      throw new IllegalArgumentException(
          "IPBX_USERNAME and IPBX_PASSWORD must be in the environment: a real server knows nobody"
              + " else");
    }
    return new RealServer(options);
  }

  private static String hostOf(String url) {
    URI uri = URI.create(url);
    String host = String.valueOf(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          host + " is a real server: its address must begin with https://");
    }
    return host;
  }

  @Override
  public String name() {
    return "real server " + URI.create(options.getApiUrl()).getHost();
  }

  @Override
  public IpbxOptions options() {
    return new IpbxOptions(options);
  }

  @Override
  public boolean controlled() {
    return false;
  }

  @Override
  public Future<Void> reset(JsonObject settings) {
    return notOurs();
  }

  @Override
  public Future<Void> createAccesses(List<String> usernames) {
    return notOurs();
  }

  @Override
  public Future<TokenCounts> stats() {
    return notOurs();
  }

  @Override
  public Future<Void> advance(Duration by) {
    return notOurs();
  }

  @Override
  public Future<Void> revoke(String username) {
    return notOurs();
  }

  @Override
  public Future<Void> configure(JsonObject settings) {
    return notOurs();
  }

  @Override
  public Future<Void> fault(JsonObject rule) {
    return notOurs();
  }

  @Override
  public Future<Void> clearFaults() {
    return notOurs();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private <T> Future<T> notOurs() {
    return Future.failedFuture(
        new UnsupportedOperationException(name() + " is not ours to change"));
  }
}

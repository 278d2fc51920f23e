package io.ipbx.load.bench.peer;

import io.vertx.core.Vertx;
import java.util.function.BiFunction;

/** The ways that are measured beside each other. */
@SuppressWarnings("ImmutableEnumChecker") // constructors are
public enum Peers {
  SDK("ipbx-sdk", SdkPeer::new),
  NAIVE("naive cache", NaivePeer::new),
  CAFFEINE("Caffeine AsyncLoadingCache", CaffeinePeer::new),
  VERTX("Vert.x OAuth2Auth", VertxPeer::new),
  AWS("AWS CachedSupplier", AwsPeer::new),
  GOOGLE("google-auth-library", GooglePeer::new),
  AZURE("azure-core SimpleTokenCache", AzurePeer::new);

  private final String label;
  private final BiFunction<Vertx, GrantServer, Peer> maker;

  Peers(String label, BiFunction<Vertx, GrantServer, Peer> maker) {
    this.label = label;
    this.maker = maker;
  }

  public String label() {
    return label;
  }

  /** A new one, without a token. */
  public Peer open(Vertx vertx, GrantServer server) {
    return maker.apply(vertx, server);
  }

  /**
   * Whether a token that has just come may be found expired: {@code SimpleTokenCache} fetches none
   * within 30 seconds of the last, and lets everybody wait instead.
   */
  public boolean canExpire() {
    return this != AZURE;
  }
}

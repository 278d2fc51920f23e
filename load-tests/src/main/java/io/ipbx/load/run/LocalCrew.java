package io.ipbx.load.run;

import io.ipbx.load.engine.LoadEngine;
import io.ipbx.load.scenario.Sharing;
import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Vertx;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This process, with event loops of its own. */
public final class LocalCrew implements Crew {

  private final Vertx vertx = Vertx.vertx();
  private final LoadEngine engine = LoadEngine.on(vertx, System::nanoTime).await();
  private final TokenStores stores;

  public LocalCrew() {
    this.stores = new TokenStores(vertx, null);
  }

  /**
   * A crew whose tokens may be kept elsewhere.
   *
   * @param stores where, for plans that say so
   */
  public LocalCrew(TokenStores stores) {
    this.stores = stores;
  }

  @Override
  public Stint take(Mission mission) {
    Sharing sharing = mission.plan().sharing();
    if (sharing != null && sharing.store() != Sharing.Store.LOCAL) {
      throw new IllegalArgumentException(
          "tokens are shared over processes: that takes a run with agents");
    }
    return take(mission, Share.WHOLE, sharing, UUID.randomUUID().toString());
  }

  /**
   * Takes a share of a mission on.
   *
   * @param space where in the store this run's tokens are: the same for all who share them
   */
  public LocalStint take(Mission mission, Share share, @Nullable Sharing sharing, String space) {
    TokenStore store = sharing == null ? null : stores.of(sharing.store());
    return new LocalStint(vertx, engine, mission, share, store, space);
  }

  @Override
  public void close() {
    stores.close();
    vertx.close().await();
  }
}

package io.ipbx.load.scenario;

import java.util.Locale;

/**
 * Several clients that share the tokens of an access, as the processes of an application do.
 *
 * @param store where the tokens are
 * @param processes how many there are; with {@link Store#LOCAL}, clients in one process
 */
public record Sharing(Store store, int processes) {

  /**
   * As people write it.
   *
   * @param store local, clustered or redis
   */
  static Sharing of(String store, int processes) {
    return switch (store) {
      case "local", "clustered", "redis" ->
          new Sharing(Store.valueOf(store.toUpperCase(Locale.ROOT)), processes);
      default ->
          throw new IllegalArgumentException(
              "store is '" + store + "': it takes local, clustered or redis");
    };
  }

  /** Where tokens are shared. */
  public enum Store {
    /** In the shared data of a Vert.x that is not clustered: within one process. */
    LOCAL,
    /** In the shared data of a Vert.x cluster. */
    CLUSTERED,
    /** In Redis. */
    REDIS
  }
}

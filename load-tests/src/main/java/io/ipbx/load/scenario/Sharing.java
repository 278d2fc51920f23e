package io.ipbx.load.scenario;

/**
 * Several clients that share the tokens of an access, as the processes of an application do.
 *
 * @param store where the tokens are
 * @param processes how many there are; with {@link Store#LOCAL}, clients in one process
 */
public record Sharing(Store store, int processes) {

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

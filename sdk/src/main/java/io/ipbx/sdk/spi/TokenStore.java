package io.ipbx.sdk.spi;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens are kept beyond one client: for other processes of the same access, or for the next
 * start of this one. A store keeps bytes under keys and knows nothing of tokens.
 *
 * <p>{@link #replace} is what safety rests on: the client takes a refresh token out of the store
 * before it presents it, so no two processes ever present the same one, whatever becomes of a lock.
 * {@link #tryLock} only spares them needless grants.
 *
 * <p>All methods are called on an event loop and must not block; their futures may complete on any
 * thread. A failed future means that the store cannot be reached: the client then carries on alone.
 * The application owns the store and closes what is behind it.
 */
public interface TokenStore {

  /** What is kept under {@code key}; null when nothing is, or no longer. */
  Future<@Nullable Entry> load(String key);

  /**
   * Keeps {@code next} under {@code key} if the tag of what is kept there is {@code expected};
   * atomic over all processes.
   *
   * @param expected null when nothing must be there
   * @param keep how long the entry is of use; the store may keep it longer
   * @return whether it was replaced
   */
  Future<Boolean> replace(String key, @Nullable String expected, Entry next, Duration keep);

  /** Keeps nothing under {@code key} any more, whatever was there. */
  Future<Void> remove(String key);

  /**
   * Asks for the lock of {@code key} without waiting for it. The lock of a process that dies is
   * free again after a bounded time; two holders in such a moment cost a needless grant and nothing
   * else.
   *
   * @return the lock; null while somebody has it, the same process included
   */
  Future<@Nullable Lease> tryLock(String key);

  /**
   * What is kept.
   *
   * @param tag differs between any two entries that were ever written; no secret
   * @param data a secret; empty for what cannot be read
   * @param age how long ago it was written, measured by one clock where the store has one and
   *     otherwise by the wall clocks of writer and reader; never negative. Zero and without meaning
   *     in an entry to be written.
   */
  record Entry(String tag, Buffer data, Duration age) {

    /** One to be written. */
    public Entry(String tag, Buffer data) {
      this(tag, data, Duration.ZERO);
    }

    @Override
    public String toString() {
      return "Entry[" + tag + ", written " + age + " ago]";
    }
  }

  /** A lock that is held until it is released, or its process dies. */
  @FunctionalInterface
  interface Lease {

    /** Frees the lock if it is still this one; a second time changes nothing. */
    Future<Void> release();
  }
}

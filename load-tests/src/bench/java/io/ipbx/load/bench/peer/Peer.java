package io.ipbx.load.bench.peer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One way to a valid token. */
public interface Peer extends AutoCloseable {

  /** What a request needs of a token that is valid, by the call that this way's users make. */
  String token() throws Exception;

  /**
   * Wants a token, as one of very many.
   *
   * @param resumed told once, of the failure or of null, on whatever thread this way resumes on
   */
  void ask(Consumer<@Nullable Throwable> resumed);

  /** Whether {@link #ask} resumes on the Vert.x context that it was called from. */
  default boolean keepsContext() {
    return false;
  }

  @Override
  void close();
}

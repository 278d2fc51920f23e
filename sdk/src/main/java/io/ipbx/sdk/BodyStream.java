package io.ipbx.sdk;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the 2xx kind whose body is still to come: it waits until it is asked for by {@link
 * #resume}, {@link #fetch} or a pipe. Its exception handler is given an {@link IpbxException}; a
 * body that neither comes nor is taken for the time of the request's timeout fails so. Handlers are
 * called on the context on which the answer came.
 */
public interface BodyStream extends ReadStream<Buffer> {

  int status();

  MultiMap headers();

  /** Takes the request back; without effect once the body has ended. */
  void close();

  @Override
  BodyStream exceptionHandler(@Nullable Handler<Throwable> handler);

  @Override
  BodyStream handler(@Nullable Handler<Buffer> handler);

  @Override
  BodyStream pause();

  @Override
  BodyStream resume();

  @Override
  BodyStream fetch(long amount);

  @Override
  BodyStream endHandler(@Nullable Handler<Void> handler);
}

package io.ipbx.mock.junit5;

import io.vertx.core.Vertx;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The Vert.x that mocks run on: that of the extension beside ours, or one for the whole run. */
final class SharedVertx {

  private static final Method ASK = ask();

  private SharedVertx() {}

  private static Method ask() {
    try {
      return SharedVertx.class.getDeclaredMethod("given", Vertx.class);
    } catch (NoSuchMethodException never) {
      throw new LinkageError("the method below", never);
    }
  }

  /** Called through JUnit, so that whoever gives tests a Vert.x gives it to us. */
  static Vertx given(Vertx vertx) {
    return vertx;
  }

  /** Whether {@code parameter} is our own question to the other extensions. */
  static boolean isAsking(ParameterContext parameter) {
    return parameter.getDeclaringExecutable().equals(ASK);
  }

  static boolean isGivenByAnother(ExtensionContext context) {
    return anothers(context) != null;
  }

  static Vertx of(ExtensionContext context) {
    Vertx anothers = anothers(context);
    return anothers != null ? anothers : Stores.get(context.getRoot(), "vertx", Own::new).vertx;
  }

  private static @Nullable Vertx anothers(ExtensionContext context) {
    try {
      return (Vertx) context.getExecutableInvoker().invoke(ASK, null);
    } catch (ParameterResolutionException nobody) {
      return null;
    }
  }

  /** Closed when all tests are through. */
  @SuppressWarnings("deprecation") // JUnit 5.12 closes nothing but these, 6 wants the other.
  private static final class Own
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();

    @Override
    public void close() {
      try {
        vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        throw new IllegalStateException("the Vert.x of the mocks does not close", late);
      }
    }
  }
}

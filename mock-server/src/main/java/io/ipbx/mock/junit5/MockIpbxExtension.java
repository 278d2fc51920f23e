package io.ipbx.mock.junit5;

import io.ipbx.mock.MockIpbx;
import io.vertx.core.Vertx;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a mock. Constructors, lifecycle methods and test methods may ask for
 *
 * <ul>
 *   <li>a {@link MockIpbx},
 *   <li>its base URL, a {@link URI},
 *   <li>the {@link Vertx} it runs on, where no other extension gives one.
 * </ul>
 *
 * <p>{@link WithMockIpbx} says how the mock is set and how long it lives. A mock is started when it
 * is first asked for, and stopped with what it was started for. When a test fails, the last
 * requests to its mock are printed.
 *
 * <p>Where vertx-junit5's extension is registered, the mock runs on that extension's Vert.x; else
 * all mocks of a run share one that is closed at the end of it. Mocks never share a state, so tests
 * may run in parallel.
 */
public final class MockIpbxExtension
    implements ParameterResolver, AfterEachCallback, AfterAllCallback {

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    // So that the constructor gets the mock of the test method that the instance is made for.
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == MockIpbx.class
        || type == URI.class
        || (type == Vertx.class
            && !SharedVertx.isAsking(parameter)
            && !SharedVertx.isGivenByAnother(context));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Vertx.class) {
      return SharedVertx.of(context);
    }
    MockIpbx mock = TestMock.of(context).started();
    return type == URI.class ? URI.create(mock.url()) : mock;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    tellIfFailed(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    tellIfFailed(context);
  }

  private static void tellIfFailed(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      TestMock.asked(context)
          .ifPresent(
              mock -> mock.ifStarted(one -> System.err.println(LastRequests.of(context, one))));
    }
  }
}

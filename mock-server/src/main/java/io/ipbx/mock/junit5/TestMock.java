package io.ipbx.mock.junit5;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The mock of one test or of one class, which starts when it is first asked for. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing but these, 6 wants the other.
final class TestMock implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private final ExtensionContext owner;
  private final MockOptions options;
  private @Nullable MockIpbx mock;

  private TestMock(ExtensionContext owner, MockOptions options) {
    this.owner = owner;
    this.options = options;
  }

  /**
   * The mock that belongs to {@code context}.
   *
   * @throws ParameterResolutionException when each method has its own, and none runs here
   */
  static TestMock of(ExtensionContext context) {
    Annotated annotated = annotated(context);
    ExtensionContext keeper =
        annotated
            .keeper()
            .orElseThrow(
                () ->
                    new ParameterResolutionException(
                        "each test method of "
                            + context.getRequiredTestClass().getName()
                            + " has a mock of its own, and none runs yet: say"
                            + " @WithMockIpbx(life = Life.PER_CLASS) for one that is there"
                            + " before them"));
    return Stores.get(
        keeper, key(keeper), () -> new TestMock(keeper, annotated.wishes().options()));
  }

  /** The mock that belongs to {@code context}, if it has been asked for. */
  static Optional<TestMock> asked(ExtensionContext context) {
    return annotated(context)
        .keeper()
        .flatMap(keeper -> Stores.find(keeper, key(keeper), TestMock.class));
  }

  /** A context finds what those around it keep, so the key says whose it is. */
  private static String key(ExtensionContext keeper) {
    return "mock of " + keeper.getUniqueId();
  }

  /**
   * What the annotations around a context say.
   *
   * @param keeper with whom the mock ends; empty when it is a method's and there is no method
   */
  private record Annotated(Wishes wishes, Optional<ExtensionContext> keeper) {}

  private static Annotated annotated(ExtensionContext context) {
    List<ExtensionContext> classes = classes(context);
    List<WithMockIpbx> found = new ArrayList<>();
    ExtensionContext owner = classes.get(0);
    for (ExtensionContext one : classes) {
      Optional<WithMockIpbx> own =
          AnnotationSupport.findAnnotation(one.getRequiredTestClass(), WithMockIpbx.class);
      if (own.isPresent()) {
        found.add(own.get());
        owner = one;
      }
    }
    Optional<WithMockIpbx> methods =
        context
            .getTestMethod()
            .flatMap(method -> AnnotationSupport.findAnnotation(method, WithMockIpbx.class));
    methods.ifPresent(found::add);
    Wishes wishes = new Wishes(context.getRequiredTestClass(), found);
    boolean forClass = methods.isEmpty() && isForClass(wishes.life(), owner);
    return new Annotated(
        wishes,
        forClass
            ? Optional.of(owner)
            : Optional.of(context).filter(one -> one.getTestMethod().isPresent()));
  }

  /**
   * Those of the classes around, the outermost first; of a class run again and again, this run's.
   */
  private static List<ExtensionContext> classes(ExtensionContext context) {
    List<ExtensionContext> inwards = new ArrayList<>();
    Class<?> inner = null;
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      Class<?> test = at.get().getTestClass().orElse(null);
      if (at.get().getTestMethod().isEmpty() && test != null && test != inner) {
        inwards.add(at.get());
        inner = test;
      }
    }
    Collections.reverse(inwards);
    return inwards;
  }

  private static boolean isForClass(Life life, ExtensionContext owner) {
    return switch (life) {
      case PER_CLASS -> true;
      case PER_METHOD -> false;
      case AS_TEST_INSTANCE ->
          owner.getTestInstanceLifecycle().stream()
              .anyMatch(TestInstance.Lifecycle.PER_CLASS::equals);
    };
  }

  /** The mock, started now if it was not before. */
  synchronized MockIpbx started() {
    if (mock == null) {
      mock = MockIpbx.start(SharedVertx.of(owner), options).await();
    }
    return mock;
  }

  synchronized void ifStarted(Consumer<MockIpbx> action) {
    if (mock != null) {
      action.accept(mock);
    }
  }

  @Override
  public synchronized void close() {
    if (mock != null) {
      mock.close();
    }
  }
}

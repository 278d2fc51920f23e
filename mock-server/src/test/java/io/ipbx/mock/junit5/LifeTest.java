package io.ipbx.mock.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

/** Which tests share a mock, and that none is left behind. */
class LifeTest {

  private static void see(MockIpbx mock) {
    assertThat(Engine.listens(mock)).isTrue();
    Engine.SEEN.add(mock);
  }

  private static void passed(long tests, long mocks) {
    assertThat(Engine.mocks()).isEqualTo(mocks);
    assertThat(Engine.SEEN).hasSizeGreaterThanOrEqualTo((int) tests);
    assertThat(Engine.SEEN).noneMatch(Engine::listens);
  }

  @ExtendWith(MockIpbxExtension.class)
  static class ByDefault {

    private final MockIpbx constructed;

    ByDefault(MockIpbx mock) {
      constructed = mock;
    }

    @BeforeEach
    void before(MockIpbx mock) {
      assertThat(mock).isSameAs(constructed);
    }

    @Test
    void one(MockIpbx mock, URI url) {
      assertThat(mock).isSameAs(constructed);
      assertThat(url).hasToString(mock.url());
      see(mock);
    }

    @RepeatedTest(2)
    void repeated(MockIpbx mock) {
      see(mock);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void parameterised(int number, MockIpbx mock) {
      assertThat(number).isPositive();
      see(mock);
    }

    @AfterEach
    void after(MockIpbx mock) {
      assertThat(mock).isSameAs(constructed);
      assertThat(Engine.listens(mock)).isTrue();
    }
  }

  @Test
  void each_method_has_its_own_by_default() {
    Engine.tests(ByDefault.class).assertStatistics(count -> count.succeeded(5));

    passed(5, 5);
  }

  @WithMockIpbx(life = Life.PER_CLASS)
  static class ForTheClass {

    @BeforeAll
    static void before(MockIpbx mock) {
      see(mock);
    }

    @Test
    void one(MockIpbx mock) {
      see(mock);
    }

    @Test
    void two(MockIpbx mock) {
      see(mock);
    }

    @Nested
    class Inside {

      @Test
      void three(MockIpbx mock) {
        see(mock);
      }
    }

    @Nested
    @WithMockIpbx(tokenTtl = 5)
    class WithOneOfItsOwn {

      @Test
      void four(MockIpbx mock) {
        see(mock);
      }

      @Test
      void five(MockIpbx mock) {
        see(mock);
      }
    }
  }

  @Test
  void a_class_has_one_and_shares_it_with_nested_classes_that_say_nothing() {
    Engine.tests(ForTheClass.class).assertStatistics(count -> count.succeeded(5));

    passed(5, 2);
  }

  @ExtendWith(MockIpbxExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class AsTheInstance {

    private final MockIpbx constructed;

    AsTheInstance(MockIpbx mock) {
      constructed = mock;
    }

    @Test
    void one(MockIpbx mock) {
      assertThat(mock).isSameAs(constructed);
      see(mock);
    }

    @Test
    @WithMockIpbx
    void two(MockIpbx mock) {
      assertThat(mock).isNotSameAs(constructed);
      see(mock);
    }
  }

  @Test
  void a_mock_lives_as_the_instance_does_and_a_method_may_have_its_own() {
    Engine.tests(AsTheInstance.class).assertStatistics(count -> count.succeeded(2));

    passed(2, 2);
  }

  @ExtendWith(MockIpbxExtension.class)
  static class TooEarly {

    @BeforeAll
    static void before(MockIpbx mock) {
      see(mock);
    }

    @Test
    void never() {
      throw new AssertionError();
    }
  }

  @Test
  void a_mock_of_each_method_cannot_be_had_before_the_methods() {
    Engine.run(java.util.Map.of(), TooEarly.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            EventConditions.finishedWithFailure(
                TestExecutionResultConditions.message(
                    text -> text.contains("say @WithMockIpbx(life = Life.PER_CLASS)"))));
    assertThat(Engine.SEEN).isEmpty();
  }
}

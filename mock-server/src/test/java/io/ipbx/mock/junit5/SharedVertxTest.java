package io.ipbx.mock.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.MockIpbx;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On which Vert.x a mock runs. */
class SharedVertxTest {

  private static final List<Vertx> LENT = new CopyOnWriteArrayList<>();

  private static void isOn(Vertx vertx, MockIpbx mock) {
    assertThat(vertx.deploymentIDs()).isNotEmpty();
    assertThat(Engine.listens(mock)).isTrue();
    Engine.SEEN.add(mock);
    LENT.add(vertx);
  }

  private static void allIsClosed() {
    assertThat(Engine.SEEN).isNotEmpty().noneMatch(Engine::listens);
    assertThat(LENT)
        .allSatisfy(
            vertx ->
                assertThatThrownBy(
                    () -> vertx.executeBlocking(() -> 1).await(10, TimeUnit.SECONDS)));
  }

  @ExtendWith({MockIpbxExtension.class, VertxExtension.class})
  static class MockFirst {

    @Test
    void one(MockIpbx mock, Vertx vertx) {
      isOn(vertx, mock);
    }

    @Test
    void two(Vertx vertx, MockIpbx mock) {
      isOn(vertx, mock);
    }
  }

  @ExtendWith({VertxExtension.class, MockIpbxExtension.class})
  static class VertxFirst {

    @BeforeEach
    void before(MockIpbx mock) {
      Engine.SEEN.add(mock);
    }

    @Test
    void one(MockIpbx mock, Vertx vertx) {
      isOn(vertx, mock);
    }
  }

  @ExtendWith(VertxExtension.class)
  @WithMockIpbx(life = Life.PER_CLASS)
  static class ForTheClass {

    @BeforeAll
    static void before(MockIpbx mock) {
      Engine.SEEN.add(mock);
    }

    @Test
    void one(MockIpbx mock, Vertx vertx) {
      isOn(vertx, mock);
    }

    @Test
    void two(MockIpbx mock, Vertx vertx) {
      isOn(vertx, mock);
    }
  }

  @WithMockIpbx
  static class Alone {

    @Test
    void one(MockIpbx mock, Vertx vertx) {
      isOn(vertx, mock);
    }

    @Test
    void two(Vertx vertx, MockIpbx mock) {
      isOn(vertx, mock);
    }
  }

  @Test
  void beside_the_extension_of_vertx_it_is_that_extensions() {
    LENT.clear();

    Engine.tests(MockFirst.class, VertxFirst.class).assertStatistics(count -> count.succeeded(3));

    assertThat(LENT).doesNotHaveDuplicates();
    allIsClosed();
  }

  @Test
  void a_mock_of_the_class_takes_that_of_the_class() {
    LENT.clear();

    Engine.tests(ForTheClass.class).assertStatistics(count -> count.succeeded(2));

    assertThat(LENT.stream().distinct()).hasSize(1);
    assertThat(Engine.mocks()).isEqualTo(1);
    allIsClosed();
  }

  @Test
  void alone_all_mocks_of_a_run_share_one_that_tests_may_have_too() {
    LENT.clear();

    Engine.tests(Alone.class).assertStatistics(count -> count.succeeded(2));

    assertThat(LENT.stream().distinct()).hasSize(1);
    assertThat(Engine.mocks()).isEqualTo(2);
    allIsClosed();
  }
}

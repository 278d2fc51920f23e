package io.ipbx.mock.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.AccessOptions;
import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.Signing;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.portal.Access;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

/** What annotations ask for. */
@WithMockIpbx(tokenTtl = 20, signing = Signing.HS256, settings = "session-max = 77")
class WishesTest {

  @Test
  void those_of_the_class(MockIpbx mock) {
    assertThat(mock.settings().getAccessTokenTtl()).isEqualTo(20);
    assertThat(mock.settings().getSigning()).isEqualTo(Signing.HS256);
    assertThat(mock.settings().getSessionMax()).isEqualTo(77);
    assertThat(mock.settings().getRefreshTokenTtl()).isEqualTo(7200);
  }

  @Test
  @WithMockIpbx(tokenTtl = 5, rotateRefreshTokens = true)
  void the_method_goes_over_its_class(MockIpbx mock) {
    assertThat(mock.settings().getAccessTokenTtl()).isEqualTo(5);
    assertThat(mock.settings().getSigning()).isEqualTo(Signing.HS256);
    assertThat(mock.settings().isRotateRefreshTokens()).isTrue();
  }

  @Nested
  @WithMockIpbx(refreshTtl = 30)
  class Inside {

    @Test
    void a_nested_class_goes_over_the_class_around_it(MockIpbx mock) {
      assertThat(mock.settings().getAccessTokenTtl()).isEqualTo(20);
      assertThat(mock.settings().getRefreshTokenTtl()).isEqualTo(30);
    }
  }

  @WithMockIpbx(tokenTtl = 11)
  abstract static class Base {}

  @Nested
  class Inheriting extends Base {

    @Test
    void a_subclass_inherits(MockIpbx mock) {
      assertThat(mock.settings().getAccessTokenTtl()).isEqualTo(11);
    }
  }

  @WithMockIpbx(preset = "current")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Current {}

  @Test
  @Current
  void an_annotation_of_ones_own_can_carry_it_and_what_is_said_goes_over_a_preset(MockIpbx mock) {
    assertThat(mock.settings().getAccessTokenTtl()).isEqualTo(20);
  }

  @Test
  @WithMockIpbx(
      config = "brief-mock.yaml",
      accesses = {
        @MockAccess(email = "one@example.com", impersonation = true, switchboard = 102),
        @MockAccess(email = "two@example.com", password = "Another.Pass1", enabled = false)
      })
  void a_file_and_accesses(MockIpbx mock) {
    assertThat(mock.settings().getRefreshTokenTtl()).isEqualTo(10);
    assertThat(mock.accesses().list())
        .extracting(Access::email, Access::password, Access::impersonation, Access::enabled)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "one@example.com", new AccessOptions().getPassword(), true, true),
            org.assertj.core.groups.Tuple.tuple("two@example.com", "Another.Pass1", false, false));
    assertThat(mock.accesses().list().get(0).switchboard()).isEqualTo(102);
  }

  @Test
  @WithMockIpbx(
      faults = {
        "{id: one, effect: {type: STATUS, status: 503}}",
        "{match: {grant: password}, effect: {type: LATENCY, millis: 5}}"
      })
  void faults(MockIpbx mock) {
    assertThat(mock.faults().list()).extracting(FaultRule::getId).contains("one").hasSize(2);
    mock.faults().clear();
    assertThat(mock.reset().faults().find("one")).isNotNull();
  }

  static class Wrong {

    @Test
    @WithMockIpbx(faults = "{match: {endpoint: tokn}, effect: {type: HTML}}")
    void endpoint(MockIpbx mock) {}

    @Test
    @WithMockIpbx(settings = "token-tl=5")
    void name(MockIpbx mock) {}

    @Test
    @WithMockIpbx(tokenTtl = 0)
    void range(MockIpbx mock) {}

    @Test
    @WithMockIpbx(tokenTtl = {1, 2})
    void two(MockIpbx mock) {}

    @Test
    @WithMockIpbx(settings = "verbose")
    void form(MockIpbx mock) {}

    @Test
    @WithMockIpbx(config = "missing.yaml")
    void file(MockIpbx mock) {}

    @Test
    @WithMockIpbx(accesses = @MockAccess(email = "x"))
    void access(MockIpbx mock) {}
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did you mean 'token-ttl'?",
        "token-ttl is 0: allowed are 1 to",
        "token-ttl takes one value, not 2",
        "'verbose' has not the form name=value",
        "missing.yaml",
        "accesses[0].email 'x' is not an address",
        "match.endpoint is 'tokn': allowed are"
      })
  void what_is_wrong_fails_the_test_and_is_named(String told) {
    Engine.tests(Wrong.class)
        .assertThatEvents()
        .haveExactly(
            1,
            EventConditions.finishedWithFailure(
                TestExecutionResultConditions.message(text -> text.contains(told))));
  }
}

package io.ipbx.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(VertxExtension.class)
class IpbxOptionsTest {

  private static final Set<String> SECRETS = Set.of("setPassword", "setRefreshToken");

  private static List<Method> setters() {
    return Arrays.stream(IpbxOptions.class.getMethods())
        .filter(method -> method.getName().startsWith("set"))
        .toList();
  }

  private static Object another(Class<?> type, String name) {
    if (type == boolean.class) {
      return true;
    }
    if (type == double.class) {
      return 0.25;
    }
    if (type == int.class) {
      return 7;
    }
    return type == long.class ? (Object) 77L : "https://" + name;
  }

  private static Object get(IpbxOptions options, Method setter) throws Exception {
    String name = setter.getName().substring(3);
    String prefix = setter.getParameterTypes()[0] == boolean.class ? "is" : "get";
    return IpbxOptions.class.getMethod(prefix + name).invoke(options);
  }

  @Test
  void each_option_survives_the_copy_and_the_json() throws Exception {
    IpbxOptions options = new IpbxOptions();
    for (Method setter : setters()) {
      setter.invoke(options, another(setter.getParameterTypes()[0], setter.getName()));
    }

    IpbxOptions copy = new IpbxOptions(options);
    IpbxOptions read = new IpbxOptions(options.toJson());

    assertThat(setters()).hasSizeGreaterThan(21);
    for (Method setter : setters()) {
      Object set = another(setter.getParameterTypes()[0], setter.getName());
      assertThat(get(copy, setter)).as(setter.getName()).isEqualTo(set);
      if (!SECRETS.contains(setter.getName())) {
        assertThat(get(read, setter)).as(setter.getName()).isEqualTo(set);
        assertThat(get(new IpbxOptions(), setter)).as(setter.getName()).isNotEqualTo(set);
      }
    }
  }

  @Test
  void the_environment_names_servers_and_credentials() {
    IpbxOptions options =
        IpbxOptions.fromEnv(
            Map.of(
                "IPBX_AUTH_URL", "https://auth",
                "IPBX_API_URL", "https://api",
                "IPBX_CLIENT_ID", "other",
                "IPBX_USERNAME", "a@b",
                "IPBX_PASSWORD", "secret",
                "IPBX_REFRESH_TOKEN", "refresh",
                "IPBX_SCOPE", "openid"));

    assertThat(options.getAuthUrl()).isEqualTo("https://auth");
    assertThat(options.getApiUrl()).isEqualTo("https://api");
    assertThat(options.getClientId()).isEqualTo("other");
    assertThat(options.getUsername()).isEqualTo("a@b");
    assertThat(options.getPassword()).isEqualTo("secret");
    assertThat(options.getRefreshToken()).isEqualTo("refresh");
    assertThat(options.getScope()).isEqualTo("openid");
    assertThat(IpbxOptions.fromEnv(Map.of()).getAuthUrl()).isEqualTo(IpbxOptions.DEFAULT_AUTH_URL);
    assertThat(IpbxOptions.fromEnv()).isNotNull();
    IpbxOptions empty = IpbxOptions.fromEnv(Map.of("IPBX_REFRESH_TOKEN", "", "IPBX_SCOPE", ""));
    assertThat(empty.getRefreshToken()).isNull();
    assertThat(empty.getScope()).isNull();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("username", options -> options.setUsername(null)),
        wrong("username", options -> options.setUsername(" ")),
        wrong("password", options -> options.setPassword(null)),
        wrong("password", options -> options.setPassword("")),
        wrong("clientId", options -> options.setClientId(" ")),
        wrong("requestTimeout", options -> options.setRequestTimeout(0)),
        wrong("authTimeout", options -> options.setAuthTimeout(-1)),
        wrong("flightTimeout", options -> options.setFlightTimeout(Long.MAX_VALUE)),
        wrong("expiryMargin", options -> options.setExpiryMargin(-1)),
        wrong("refreshToken", options -> options.setRefreshToken(" ")),
        wrong("refreshAhead", options -> options.setRefreshAhead(0)),
        wrong("refreshAhead", options -> options.setRefreshAhead(1.01)),
        wrong("refreshAhead", options -> options.setRefreshAhead(Double.NaN)),
        wrong("refreshJitter", options -> options.setRefreshJitter(-0.1)),
        wrong("refreshJitter", options -> options.setRefreshJitter(0.8)),
        wrong("backoffMin", options -> options.setBackoffMin(0)),
        wrong("backoffMax", options -> options.setBackoffMax(199)),
        wrong("rejectionMemory", options -> options.setRejectionMemory(0)),
        wrong("impersonations", options -> options.setImpersonations(0)),
        wrong("impersonationIdle", options -> options.setImpersonationIdle(0)),
        wrong("authConnections", options -> options.setAuthConnections(0)),
        wrong("connections", options -> options.setConnections(0)),
        wrong("retries", options -> options.setRetries(11)),
        wrong("retryPause", options -> options.setRetryPause(0)),
        wrong("retryLongestPause", options -> options.setRetryLongestPause(199)),
        wrong("retryBudget", options -> options.setRetryBudget(-1)),
        wrong("retryBudgetPercent", options -> options.setRetryBudgetPercent(101)));
  }

  private static Arguments wrong(String name, Consumer<IpbxOptions> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void a_wrong_option_is_refused_by_name_when_the_client_is_built(
      String name, Consumer<IpbxOptions> change, Vertx vertx) {
    IpbxOptions options = new IpbxOptions().setUsername("a@b").setPassword("secret");
    change.accept(options);

    assertThatThrownBy(() -> IpbxClient.create(vertx, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void the_defaults_need_only_credentials(Vertx vertx) {
    IpbxClient client =
        IpbxClient.create(vertx, new IpbxOptions().setUsername("a@b").setPassword("secret"));

    Await.result(client.close());
  }
}

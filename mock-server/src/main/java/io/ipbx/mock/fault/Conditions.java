package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.match.Wildcard;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of a request, made ready; the endpoint is left to the index. For a request that
 * does not fit nothing is allocated, patterns of identities, paths and headers aside.
 */
record Conditions(
    @Nullable HttpMethod method,
    @Nullable String grant,
    @Nullable String client,
    @Nullable Predicate<String> identity,
    @Nullable Predicate<String> path,
    Map<String, Predicate<String>> headers,
    long from,
    long until) {

  static Conditions of(FaultMatch match) {
    return new Conditions(
        made(match.getMethod(), HttpMethod::valueOf),
        match.getGrant(),
        match.getClient(),
        made(match.getIdentity(), Wildcard::anyCase),
        made(match.getPath(), Wildcard::path),
        match.getHeaders().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, header -> Wildcard.anyCase((String) header.getValue()))),
        millis(match.getFrom(), Long.MIN_VALUE),
        millis(match.getUntil(), Long.MAX_VALUE));
  }

  private static <T> @Nullable T made(@Nullable String given, Function<String, T> maker) {
    return given == null ? null : maker.apply(given);
  }

  private static long millis(@Nullable Instant given, long otherwise) {
    if (given == null) {
      return otherwise;
    }
    try {
      return given.toEpochMilli();
    } catch (ArithmeticException beyondAllClocks) {
      return given.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /**
   * Whether the request fits.
   *
   * @param now by the mock's clock
   */
  boolean fit(HttpExchange exchange, long now) {
    HttpServerRequest request = exchange.request();
    return (method == null || method.equals(request.method()))
        && (grant == null || grant.equals(exchange.grant()))
        && (client == null || client.equals(exchange.client()))
        && now >= from
        && now < until
        && fits(identity, exchange.identity())
        && fits(path, request.path())
        && (headers.isEmpty() || fitHeaders(request));
  }

  private static boolean fits(@Nullable Predicate<String> pattern, @Nullable String value) {
    return pattern == null || (value != null && pattern.test(value));
  }

  private boolean fitHeaders(HttpServerRequest request) {
    for (Map.Entry<String, Predicate<String>> header : headers.entrySet()) {
      List<String> values = request.headers().getAll(header.getKey());
      if (values.stream().noneMatch(header.getValue())) {
        return false;
      }
    }
    return true;
  }
}

package io.ipbx.mock.http;

import io.ipbx.mock.auth.Principal;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that fits the contract, and who sent it. */
public final class ApiRequest {

  private final @Nullable Principal principal;
  private final ValidatedRequest request;
  private final HttpExchange exchange;

  ApiRequest(@Nullable Principal principal, ValidatedRequest request, HttpExchange exchange) {
    this.principal = principal;
    this.request = request;
    this.exchange = exchange;
  }

  /**
   * Who sent it.
   *
   * @throws IllegalStateException in an API that asks for no bearer
   */
  public Principal principal() {
    if (principal == null) {
      throw new IllegalStateException("this API asks nobody who they are");
    }
    return principal;
  }

  /** As it was asked for, without the query. */
  public String path() {
    return exchange.request().path();
  }

  /** For an operation that answers by itself. */
  public HttpExchange exchange() {
    return exchange;
  }

  /** The body, which the contract says is an object. */
  public JsonObject body() {
    return request.getBody().getJsonObject();
  }

  /** The body; an empty one where there is none. */
  public JsonObject bodyIfAny() {
    return request.getBody() == null || request.getBody().isEmpty() ? new JsonObject() : body();
  }

  /** A parameter in the path. */
  public String pathText(String name) {
    return String.valueOf(Objects.requireNonNull(request.getPathParameters().get(name)).get());
  }

  /** A whole number in the path. */
  public int pathNumber(String name) {
    return whole(name, Objects.requireNonNull(request.getPathParameters().get(name)));
  }

  /** A query parameter as text; null when it is absent. */
  public @Nullable String text(String name) {
    RequestParameter parameter = request.getQuery().get(name);
    return parameter == null || parameter.isEmpty() ? null : String.valueOf(parameter.get());
  }

  /** The texts of a list in the query; null when it is absent. */
  public @Nullable List<String> texts(String name) {
    RequestParameter parameter = request.getQuery().get(name);
    return parameter == null || parameter.isEmpty()
        ? null
        : parameter.getJsonArray().stream().map(String::valueOf).toList();
  }

  /** A flag in the query, which may also be 1 or 0; null when it is absent. */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    return text == null ? null : text.equals("true") || text.equals("1");
  }

  public @Nullable String header(String name) {
    return exchange.request().getHeader(name);
  }

  public int number(String name, int otherwise) {
    RequestParameter parameter = request.getQuery().get(name);
    return parameter == null || parameter.isEmpty() ? otherwise : whole(name, parameter);
  }

  /** Without losing digits, which would make it another number. */
  private static int whole(String name, RequestParameter parameter) {
    try {
      return new BigDecimal(String.valueOf(parameter.get())).intValueExact();
    } catch (ArithmeticException tooLarge) {
      throw new IllegalArgumentException(name + " is " + parameter.get() + ": it is too large");
    }
  }

  /** A moment with offset, or a bare date as its start in {@code zone}; null when absent. */
  public @Nullable Instant moment(String name, ZoneId zone) {
    return moment(name, text(name), zone);
  }

  /** The same of any {@code text} that is given as {@code name}. */
  public static @Nullable Instant moment(String name, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : ofFourDigits(OffsetDateTime.parse(text.replace(' ', '+'))).toInstant();
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          name
              + " '"
              + text
              + "' is neither a date (2026-03-02) nor a moment with offset"
              + " (2026-03-02T08:00:00+01:00)");
    }
  }

  /** Calendars end before the moments do that can be written down. */
  private static OffsetDateTime ofFourDigits(OffsetDateTime moment) {
    if (moment.getYear() < 0 || moment.getYear() > 9_999) {
      throw new DateTimeException("the year has more than four digits");
    }
    return moment;
  }

  /** The zone that {@code timezone} names; {@code otherwise} when it is absent. */
  public ZoneId zone(ZoneId otherwise) {
    String name = text("timezone");
    try {
      return name == null ? otherwise : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "timezone '" + name + "' is not a name of the tz database, such as Europe/Prague");
    }
  }
}

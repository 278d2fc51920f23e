package io.ipbx.mock.http;

import io.ipbx.mock.auth.Principal;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A request that fits the contract, and who sent it. */
public final class ApiRequest {

  private final Principal principal;
  private final ValidatedRequest request;
  private final String path;

  ApiRequest(Principal principal, ValidatedRequest request, String path) {
    this.principal = principal;
    this.request = request;
    this.path = path;
  }

  public Principal principal() {
    return principal;
  }

  /** As it was asked for, without the query. */
  public String path() {
    return path;
  }

  /** A query parameter as text; null when it is absent. */
  public @Nullable String text(String name) {
    RequestParameter parameter = request.getQuery().get(name);
    return parameter == null || parameter.isEmpty() ? null : String.valueOf(parameter.get());
  }

  public int number(String name, int otherwise) {
    RequestParameter parameter = request.getQuery().get(name);
    return parameter == null || parameter.isEmpty() ? otherwise : parameter.getInteger();
  }

  /** A moment with offset, or a bare date as its start in {@code zone}; null when absent. */
  public @Nullable Instant moment(String name, ZoneId zone) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          name
              + " '"
              + text
              + "' is neither a date (2026-03-02) nor a moment with offset"
              + " (2026-03-02T08:00:00+01:00)");
    }
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

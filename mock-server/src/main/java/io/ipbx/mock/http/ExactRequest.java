package io.ipbx.mock.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.ValidatableRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request in the form in which its validation keeps texts as they came. Left to itself it takes
 * {@code 1772175600.10} for a number and a plus for a space, and splits a text at its own name; as
 * JSON, a text stays one. A list may also come as one JSON text.
 */
public final class ExactRequest implements ValidatableRequest {

  private final Map<String, RequestParameter> headers = new HashMap<>();
  private final Map<String, RequestParameter> path = new HashMap<>();
  private final Map<String, RequestParameter> query = new HashMap<>();
  private final RequestParameter body;
  private final @Nullable String contentType;

  /**
   * @param body null or empty where there is none
   * @param contentType what the body is taken for; null where that is nothing known
   */
  public ExactRequest(
      HttpServerRequest request,
      Operation operation,
      @Nullable Buffer body,
      @Nullable String contentType) {
    for (Parameter parameter : operation.getParameters()) {
      in(parameter.getIn()).put(parameter.getName(), given(parameter, request, operation));
    }
    this.body = value(body);
    this.contentType = contentType;
  }

  private static RequestParameter given(
      Parameter parameter, HttpServerRequest request, Operation operation) {
    String name = parameter.getName();
    return switch (parameter.getIn()) {
      case PATH -> one(parameter, segment(request, operation, name));
      case HEADER -> one(parameter, request.getHeader(name));
      default -> several(parameter, request.params().getAll(name));
    };
  }

  private static @Nullable String segment(
      HttpServerRequest request, Operation operation, String name) {
    int place = RequestUtils.findPathSegment(operation.getAbsoluteOpenAPIPath(), name) - 1;
    String[] segments = request.path().substring(1).split("/", -1);
    return place >= segments.length
        ? null
        : URLDecoder.decode(segments[place].replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static RequestParameter several(Parameter parameter, List<String> values) {
    if (values.isEmpty() || parameter.getSchemaType() != SchemaType.ARRAY) {
      return one(parameter, values.isEmpty() ? null : values.get(0));
    }
    String key = "&" + parameter.getName() + "=";
    String joined =
        items(values).stream()
            .map(each -> isText(parameter) ? quoted(each) : each)
            .collect(Collectors.joining(key));
    return value(key.substring(1) + joined);
  }

  private static boolean isText(Parameter parameter) {
    Object items = parameter.getSchema().get("items");
    return items instanceof JsonObject each && "string".equals(each.getString("type"));
  }

  private static List<String> items(List<String> values) {
    if (values.size() == 1 && values.get(0).startsWith("[")) {
      try {
        return new JsonArray(values.get(0)).stream().map(String::valueOf).toList();
      } catch (DecodeException notJson) {
        return values;
      }
    }
    return values;
  }

  private static RequestParameter one(Parameter parameter, @Nullable String value) {
    if (value == null || parameter.getSchemaType() != SchemaType.STRING) {
      return value(value);
    }
    return value(quoted(value));
  }

  private static String quoted(String text) {
    return Json.encode(text).replace("&", "\\u0026");
  }

  /** What was given in {@code place}, to be put in its final form; nothing is, in a cookie. */
  Map<String, RequestParameter> in(Location place) {
    return place == Location.PATH ? path : place == Location.HEADER ? headers : query;
  }

  private static RequestParameter value(@Nullable Object value) {
    return () -> value;
  }

  @Override
  public Map<String, RequestParameter> getHeaders() {
    return headers;
  }

  @Override
  public Map<String, RequestParameter> getCookies() {
    return Map.of();
  }

  @Override
  public Map<String, RequestParameter> getPathParameters() {
    return path;
  }

  @Override
  public Map<String, RequestParameter> getQuery() {
    return query;
  }

  @Override
  public RequestParameter getBody() {
    return body;
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }
}

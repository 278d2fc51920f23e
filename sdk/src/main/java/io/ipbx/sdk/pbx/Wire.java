package io.ipbx.sdk.pbx;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.UnexpectedReplyException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers into records, passing over members that are not known; writes what is set and no
 * more.
 */
final class Wire {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
          .addModule(
              new SimpleModule()
                  .addDeserializer(OffsetDateTime.class, new Moment())
                  .addDeserializer(Pages.class, new WayOn()))
          .build();

  private Wire() {}

  /**
   * @throws UnexpectedReplyException when the body is not a {@code type}
   */
  static <T> T read(Class<T> type, HttpResponse<Buffer> response) {
    return read(in(WireTime.API_ZONE, MAPPER.readerFor(type)), response);
  }

  /** As {@link #read(Class, HttpResponse)}, with the way to the other pages. */
  static <P> P read(Class<P> type, HttpResponse<Buffer> response, Pages<P> pages, ZoneId zone) {
    return read(in(zone, MAPPER.readerFor(type)).withAttribute(Pages.class, pages), response);
  }

  /**
   * @param zone of times that come without an offset
   * @throws UnexpectedReplyException when the body is not a list of {@code element}
   */
  static <T> List<T> readList(Class<T> element, HttpResponse<Buffer> response, ZoneId zone) {
    return Lists.present(Wire.<List<T>>read(in(zone, MAPPER.readerForListOf(element)), response));
  }

  private static ObjectReader in(ZoneId zone, ObjectReader reader) {
    return reader.withAttribute(ZoneId.class, zone);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // what a record's field holds, it says
  private static <T> T read(ObjectReader reader, HttpResponse<Buffer> response) {
    Buffer body = response.body();
    try {
      T value = body == null ? null : reader.readValue(body.getBytes());
      if (value != null) {
        return value;
      }
    } catch (JsonProcessingException other) {
      throw notUnderstood(response, misfit(other));
    } catch (IOException other) {
      throw notUnderstood(response, "it cannot be read");
    }
    throw notUnderstood(response, "it is empty");
  }

  static byte[] write(Parameters<?> members) {
    try {
      return MAPPER.writeValueAsBytes(members);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(members + " cannot be written", impossible);
    }
  }

  private static UnexpectedReplyException notUnderstood(HttpResponse<Buffer> response, String why) {
    return new UnexpectedReplyException(
        "the API's answer is not understood: " + why,
        new ErrorDetail(response.statusCode(), null, response.getHeader("x-correlation-id")));
  }

  /** Where it fails and for what; not what stands there, which can be anybody's secret. */
  private static String misfit(JsonProcessingException other) {
    if (!(other instanceof MismatchedInputException mismatch)) {
      return "it is not JSON";
    }
    String place =
        mismatch.getPath().stream()
            .map(step -> step.getFieldName() == null ? "[]" : "." + step.getFieldName())
            .collect(Collectors.joining());
    Class<?> wanted = mismatch.getTargetType();
    return (place.isEmpty() ? "it" : place.startsWith(".") ? place.substring(1) : place)
        + " is no "
        + (wanted == null ? "value" : wanted.getSimpleName());
  }

  private static final class Moment extends StdDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    Moment() {
      super(OffsetDateTime.class);
    }

    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      String text = json.getValueAsString("");
      if (text.isBlank()) {
        return null;
      }
      try {
        return WireTime.parse(text, (ZoneId) context.getAttribute(ZoneId.class));
      } catch (DateTimeException unreadable) {
        return (OffsetDateTime)
            context.handleWeirdStringValue(
                OffsetDateTime.class, text, "neither a date nor a date with a time");
      }
    }
  }

  /** Stands beside an answer and never in it. */
  private static final class WayOn extends StdDeserializer<Pages<?>> {

    private static final long serialVersionUID = 1L;

    WayOn() {
      super(Pages.class);
    }

    @Override
    public Pages<?> deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      json.skipChildren();
      return getAbsentValue(context);
    }

    @Override
    public Pages<?> getAbsentValue(DeserializationContext context) {
      return (Pages<?>) context.getAttribute(Pages.class);
    }
  }
}

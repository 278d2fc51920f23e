package io.ipbx.sdk.pbx.impl;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.UnexpectedReplyException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads answers into records: members that are not known are passed over. */
final class Wire {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(new SimpleModule().addDeserializer(OffsetDateTime.class, new Moment()))
          .build();

  private Wire() {}

  /**
   * @throws UnexpectedReplyException when the body is not a {@code type}
   */
  static <T> T read(Class<T> type, HttpResponse<Buffer> response) {
    Buffer body = response.body();
    try {
      T value = body == null ? null : MAPPER.readValue(body.getBytes(), type);
      if (value != null) {
        return value;
      }
    } catch (JsonProcessingException other) {
      throw notUnderstood(response, other.getOriginalMessage());
    } catch (IOException other) {
      throw notUnderstood(response, "it cannot be read");
    }
    throw notUnderstood(response, "it is empty");
  }

  private static UnexpectedReplyException notUnderstood(HttpResponse<Buffer> response, String why) {
    return new UnexpectedReplyException(
        "the API's answer is not understood: " + why,
        new ErrorDetail(response.statusCode(), null, response.getHeader("x-correlation-id")));
  }

  private static final class Moment extends StdDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    Moment() {
      super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      String text = json.getValueAsString("");
      try {
        return WireTime.parse(text);
      } catch (DateTimeException unreadable) {
        return (OffsetDateTime)
            context.handleWeirdStringValue(
                OffsetDateTime.class, text, "neither a date nor a date with a time");
      }
    }
  }
}

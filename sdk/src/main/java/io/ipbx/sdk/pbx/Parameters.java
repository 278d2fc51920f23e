package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Named values of a request, in its query or its body. What is not set is not sent; setting null
 * takes a value back. Not safe for use by several threads at once.
 *
 * @param <P> the subtype
 */
public abstract class Parameters<P extends Parameters<P>> {

  private final Map<String, Object> values = new LinkedHashMap<>();

  Parameters() {}

  Parameters(Parameters<P> other) {
    values.putAll(other.values);
  }

  /** Calls the name and value of each; one with several values is repeated. */
  public final void forEach(BiConsumer<String, Object> parameter) {
    values.forEach(
        (name, value) -> {
          if (value instanceof List<?> several) {
            several.forEach(each -> parameter.accept(name, each));
          } else {
            parameter.accept(name, value);
          }
        });
  }

  /** The one in which the times of the answer are given. */
  final ZoneId zone() {
    return values.get("timezone") instanceof ZoneId asked ? asked : WireTime.API_ZONE;
  }

  @JsonValue
  final Map<String, Object> values() {
    return values;
  }

  @SuppressWarnings("unchecked")
  final P set(String name, @Nullable Object value) {
    if (value == null) {
      values.remove(name);
    } else if (value instanceof List<?> several) {
      values.put(name, List.copyOf(several));
    } else if (value instanceof OffsetDateTime moment) {
      // Its own text leaves out seconds that are zero, which RFC 3339 does not.
      values.put(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
    } else {
      values.put(name, value);
    }
    return (P) this;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + values;
  }
}

package io.ipbx.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultRule;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  private static List<Method> setters(Class<?> options) {
    return Arrays.stream(options.getMethods())
        .filter(method -> method.getName().startsWith("set"))
        .toList();
  }

  private static Object another(JsonObject before, Method setter) {
    Class<?> type = setter.getParameterTypes()[0];
    if (type == boolean.class) {
      String name =
          setter.getName().substring(3, 4).toLowerCase(Locale.ROOT) + setter.getName().substring(4);
      return !before.getBoolean(name);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[constants.length - 1];
    }
    if (type == MockSettings.class) {
      return new MockSettings().setAccessTokenTtl(5);
    }
    if (type == List.class) {
      return setter.getName().equals("setFaults")
          ? List.of(new FaultRule(FaultMatch.endpoint("token"), FaultEffects.latency(7)))
          : List.of();
    }
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    if (type == JsonObject.class) {
      return new JsonObject().put("other", "one");
    }
    if (type == FaultMatch.class) {
      return FaultMatch.endpoint("token");
    }
    if (type == FaultEffect.class) {
      return FaultEffects.latency(7);
    }
    if (type == int.class || type == Integer.class) {
      return 7;
    }
    if (type == double.class || type == Double.class) {
      return 0.5;
    }
    return type == long.class || type == Long.class ? (Object) 77L : "other";
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        MockOptions.class,
        MockSettings.class,
        AccessOptions.class,
        UserOptions.class,
        SwitchboardOptions.class,
        FaultRule.class,
        FaultMatch.class,
        FaultEffect.class
      })
  void each_option_survives_the_copy_and_the_json(Class<?> type) throws Exception {
    Object options = type.getConstructor().newInstance();
    JsonObject before = json(options);
    for (Method setter : setters(type)) {
      setter.invoke(options, another(before, setter));
    }

    Object copy = type.getConstructor(type).newInstance(options);
    Object read = type.getConstructor(JsonObject.class).newInstance(json(options));

    assertThat(json(copy)).isEqualTo(json(options));
    assertThat(json(read)).isEqualTo(json(options));
    assertThat(json(options).fieldNames()).hasSameSizeAs(setters(type));
    for (String name : before.fieldNames()) {
      assertThat(json(options).getValue(name)).as(name).isNotEqualTo(before.getValue(name));
    }
    assertThat(copy).hasToString(options.toString());
  }

  private static JsonObject json(Object options) throws Exception {
    return (JsonObject) options.getClass().getMethod("toJson").invoke(options);
  }

  @Test
  void what_makes_no_sense_is_refused_by_name() {
    assertThatThrownBy(() -> new MockOptions().setPort(70_000).validate())
        .hasMessage("port is 70000: allowed are 0 to 65535");
    assertThatThrownBy(() -> new MockOptions().setEventLoops(0).validate())
        .hasMessageContaining("eventLoops");
    assertThatThrownBy(() -> new MockOptions().setPublicUrl("https://x.example.com/").validate())
        .hasMessageContaining("publicUrl");
    assertThatThrownBy(() -> new MockOptions().setCalls(-1).validate())
        .hasMessageContaining("calls");
    assertThatThrownBy(
            () -> new MockOptions().setSettings(new MockSettings().setSessionMax(0)).validate())
        .hasMessageContaining("sessionMax");
  }

  @Test
  void the_presets_are_the_published_ones() {
    assertThat(MockSettings.of(Preset.WIKI_V11).getAccessTokenTtl()).isEqualTo(3600);
    assertThat(MockSettings.of(Preset.CURRENT).getAccessTokenTtl()).isEqualTo(3000);
    assertThat(MockSettings.of(Preset.CURRENT).getRefreshTokenTtl()).isEqualTo(7200);
  }
}

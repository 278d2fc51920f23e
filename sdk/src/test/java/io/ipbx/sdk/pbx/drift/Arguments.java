package io.ipbx.sdk.pbx.drift;

import io.ipbx.sdk.pbx.CallQuery;
import io.ipbx.sdk.pbx.FlexibleId;
import io.ipbx.sdk.pbx.Parameters;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes up arguments for whatever method of the SDK, with everything in them set. */
final class Arguments {

  /** Texts that the contract limits though their type does not. */
  private static final Map<String, String> LIMITED = Map.of("setSortColumn", "calldate");

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(long.class, 7L),
          Map.entry(Long.class, 7L),
          Map.entry(Integer.class, 3),
          Map.entry(Double.class, 12.5),
          Map.entry(Boolean.class, true),
          Map.entry(ZoneId.class, ZoneId.of("UTC")),
          Map.entry(OffsetDateTime.class, OffsetDateTime.parse("2026-02-27T08:00:00+01:00")),
          Map.entry(FlexibleId.class, FlexibleId.of(7)),
          Map.entry(CallQuery.Match.class, CallQuery.Match.LIKE));

  private final boolean backwards;

  /**
   * @param backwards whether setters are called in reverse, for those that undo one another
   */
  Arguments(boolean backwards) {
    this.backwards = backwards;
  }

  Object[] of(Executable method) throws ReflectiveOperationException {
    Type[] types = method.getGenericParameterTypes();
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = value(types[i], method.getName());
    }
    return values;
  }

  private Object value(Type type, String where) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      return List.of(value(list.getActualTypeArguments()[0], where));
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == String.class) {
      return LIMITED.getOrDefault(where, "a/b c.mp3");
    }
    Object value = VALUES.get(wanted);
    return value != null ? value : made(wanted);
  }

  private Object made(Class<?> wanted) throws ReflectiveOperationException {
    for (Field field : wanted.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == wanted) {
        return field.get(null);
      }
    }
    Constructor<?> constructor =
        Arrays.stream(wanted.getConstructors())
            .filter(each -> !List.of(each.getParameterTypes()).contains(wanted))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no way to make a " + wanted));
    Object made = constructor.newInstance(of(constructor));
    if (made instanceof Parameters<?>) {
      fill(made);
    }
    return made;
  }

  private void fill(Object made) throws ReflectiveOperationException {
    Comparator<Method> order = Comparator.comparing(Method::getName);
    List<Method> setters =
        Arrays.stream(made.getClass().getMethods())
            .filter(method -> method.getName().startsWith("set") && !method.isBridge())
            .sorted(backwards ? order.reversed() : order)
            .toList();
    for (Method setter : setters) {
      setter.invoke(made, of(setter));
    }
  }
}

package io.ipbx.sdk.testing;

import com.github.benmanes.caffeine.cache.Cache;
import io.vertx.core.Future;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Finds the objects of the SDK that an object leads to, whatever field or container is between. */
final class Reach {

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> next = new ArrayDeque<>();

  private Reach() {}

  static List<Object> from(Object root) {
    Reach reach = new Reach();
    reach.follow(root);
    while (!reach.next.isEmpty()) {
      reach.look(reach.next.remove());
    }
    return reach.seen.stream().filter(object -> isOurs(object.getClass())).toList();
  }

  private void follow(@Nullable Object object) {
    if (object != null && seen.add(object)) {
      next.add(object);
    }
  }

  private void look(Object object) {
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            follow(key);
            follow(value);
          });
    } else if (object instanceof Iterable<?> all) {
      all.forEach(this::follow);
    } else if (object instanceof AtomicReference<?> reference) {
      follow(reference.get());
    } else if (object instanceof Cache<?, ?> cache) {
      follow(cache.asMap());
    } else if (object instanceof Future<?> future) {
      follow(future.result());
      follow(future.cause());
    } else {
      lookIntoFields(object);
    }
  }

  private void lookIntoFields(Object object) {
    for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          follow(valueOf(field, object));
        }
      }
    }
  }

  private static @Nullable Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException closed) {
      throw new AssertionError(closed);
    }
  }

  /** Of the SDK proper: its tests live in packages beside it. */
  private static boolean isOurs(Class<?> type) {
    return SdkTypes.isOne(type);
  }
}

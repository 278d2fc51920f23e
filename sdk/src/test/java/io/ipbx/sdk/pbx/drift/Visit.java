package io.ipbx.sdk.pbx.drift;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.pbx.Download;
import io.ipbx.sdk.pbx.PagedStream;
import io.ipbx.sdk.pbx.PbxGroups;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One call of one method of a group, with everything set, and what came of it. */
record Visit(Method method, boolean backwards) {

  /** Two of each public method of each group. */
  static List<Visit> all() {
    return Arrays.stream(PbxGroups.class.getMethods())
        .filter(accessor -> accessor.getDeclaringClass() == PbxGroups.class)
        .sorted(Comparator.comparing(Method::getName))
        .flatMap(accessor -> Arrays.stream(accessor.getReturnType().getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .flatMap(method -> Stream.of(new Visit(method, false), new Visit(method, true)))
        .toList();
  }

  /** What the SDK made of the answer: a record or a list; null where the answer says nothing. */
  Object make(IpbxClient client) throws ReflectiveOperationException {
    Object result = method.invoke(group(client), new Arguments(backwards).of(method));
    if (result instanceof Future<?> future) {
      return Await.result(future);
    }
    return result instanceof Download download ? read(download) : first((PagedStream<?>) result);
  }

  private Object group(IpbxClient client) throws ReflectiveOperationException {
    for (Method accessor : PbxGroups.class.getMethods()) {
      if (accessor.getReturnType() == method.getDeclaringClass()) {
        return accessor.invoke(client.groups());
      }
    }
    throw new AssertionError("no group has " + method);
  }

  private static <T> T first(PagedStream<T> stream) {
    Promise<T> first = Promise.promise();
    stream.exceptionHandler(first::tryFail);
    stream.endHandler(end -> first.tryFail("no item"));
    stream.pause();
    stream.handler(first::tryComplete);
    stream.fetch(1);
    T item = Await.result(first.future());
    stream.close();
    return item;
  }

  /** Whole, and once more as a part where there are parts. */
  private String read(Download download) {
    Future<BodyStream> opened =
        backwards && download.hasParts() ? download.open(0, null) : download.open();
    return Await.result(
        opened.compose(
            body -> {
              Promise<String> read = Promise.promise();
              StringBuilder text = new StringBuilder();
              body.exceptionHandler(read::tryFail);
              body.endHandler(end -> read.tryComplete(text.toString()));
              body.handler(text::append);
              body.resume();
              return read.future();
            }));
  }

  @Override
  public String toString() {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    return name + "/" + method.getParameterCount() + (backwards ? " backwards" : "");
  }
}

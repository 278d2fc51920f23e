package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.vertx.core.json.JsonArray;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which calls a request wants, beside when they were. */
final class CallFilter {

  private Predicate<PastCall> wanted = call -> true;
  private boolean narrow;

  private CallFilter() {}

  static CallFilter of(ApiRequest request) {
    return new CallFilter()
        .equal(request, "linkedid", PastCall::linkedId)
        .equal(request, "way", PastCall::way)
        .equal(request, "disposition", PastCall::disposition)
        .text(request, "src", PastCall::source)
        .text(request, "dst", PastCall::destination)
        .text(request, "line", PastCall::extension)
        .text(request, "trunk", call -> "trunk-1")
        .text(request, "phoneNumber", PastCall::outside)
        .extensions(request.text("extensions"));
  }

  private CallFilter equal(ApiRequest request, String name, Function<PastCall, String> of) {
    String value = request.text(name);
    return value == null ? this : and(call -> of.apply(call).equals(value));
  }

  private CallFilter text(ApiRequest request, String name, Function<PastCall, String> of) {
    String value = request.text(name);
    boolean like = "like".equals(request.text(name + "Filter"));
    return like && value != null
        ? and(call -> of.apply(call).contains(value))
        : equal(request, name, of);
  }

  private CallFilter extensions(@Nullable String given) {
    if (given == null) {
      return this;
    }
    Set<String> lines = new HashSet<>();
    new JsonArray(given).forEach(line -> lines.add(String.valueOf(line)));
    return and(call -> lines.contains(call.extension()));
  }

  private CallFilter and(Predicate<PastCall> further) {
    wanted = wanted.and(further);
    narrow = true;
    return this;
  }

  /** Whether every call passes, so that none need be looked at. */
  boolean isOpen() {
    return !narrow;
  }

  boolean test(PastCall call) {
    return wanted.test(call);
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which calls a request wants, beside when they were. */
final class CallFilter {

  private Predicate<PastCall> wanted = call -> true;
  private boolean narrow;

  private CallFilter() {}

  /**
   * What {@code request} asks for.
   *
   * @param whose null for the calls of all
   */
  static CallFilter of(ApiRequest request, @Nullable Person whose) {
    CallFilter filter =
        new CallFilter()
            .equal(request, "linkedid", PastCall::callId)
            .equal(request, "way", call -> call.way().shown())
            .equal(request, "disposition", PastCall::disposition)
            .text(request, "src", PastCall::source)
            .text(request, "dst", PastCall::destination)
            .text(request, "line", PastCall::extension)
            .text(request, "trunk", CallJson::trunk)
            .text(request, "phoneNumber", PastCall::outside)
            .extensions(request.texts("extensions"))
            .teams(request.texts("teams"));
    List<String> categories = request.texts("categories");
    if (categories != null) {
      filter.and(new CategoryFilter(categories));
    }
    return whose == null ? filter : filter.and(call -> call.involves(whose));
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

  private CallFilter extensions(@Nullable List<String> given) {
    if (given == null) {
      return this;
    }
    Set<String> lines = new HashSet<>(given);
    return and(call -> lines.contains(call.extension()));
  }

  private CallFilter teams(@Nullable List<String> given) {
    if (given == null) {
      return this;
    }
    Set<String> teams = new HashSet<>(given);
    return and(call -> teams.contains(teamOf(call.person())));
  }

  private static String teamOf(@Nullable Person person) {
    return person == null ? "" : Integer.toString(person.team());
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

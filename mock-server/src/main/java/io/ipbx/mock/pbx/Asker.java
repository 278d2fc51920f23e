package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.ForbiddenException;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.live.Leg;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Switchboard;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sent a request: an access, which is nobody and sees and does everything, or a user whom
 * it impersonates, who sees and does no more than that user would.
 */
record Asker(World world, ApiRequest request) {

  private String email() {
    return request.principal().email();
  }

  private boolean isImpersonated() {
    return request.principal().actor() != null;
  }

  /** Who it is; null for an access. */
  @Nullable Person self() {
    String subject = request.principal().subject();
    return world.staff().people().stream()
        .filter(person -> person.id().equals(subject))
        .findFirst()
        .orElse(null);
  }

  /** Whose calls alone may be seen: an impersonated user's own; null for those of all. */
  @Nullable Person only() {
    return isImpersonated() ? world.staff().byId(request.principal().subject()) : null;
  }

  /**
   * Whom the request is about.
   *
   * @param userId null for whoever sent it
   */
  Person whose(@Nullable String userId) {
    if (userId != null) {
      return acting(world.staff().byId(userId));
    }
    Person self = self();
    if (self == null) {
      throw new NotFoundException(email() + " is no user of a switchboard: name one by userId");
    }
    return self;
  }

  /** That person, unless an impersonated user meddles with somebody else's affairs. */
  Person acting(Person person) {
    if (isImpersonated() && !person.equals(self())) {
      throw new ForbiddenException(email() + " acts for nobody else");
    }
    return person;
  }

  /** The switchboard that {@code pbxId} names; the own one when it is absent. */
  Switchboard switchboard() {
    return world.switchboard(request.number("pbxId", request.principal().switchboard()));
  }

  boolean maySee(PastCall call) {
    return sight().test(call);
  }

  /** Which calls may be seen; to be had once for many of them. */
  Predicate<PastCall> sight() {
    Person only = only();
    Predicate<@Nullable Person> here = here();
    return call -> (only == null || call.involves(only)) && here.test(call.person());
  }

  /** Who is of the switchboard that {@code pbxId} names; everybody and nobody when it is absent. */
  Predicate<@Nullable Person> here() {
    String pbxId = request.text("pbxId");
    if (pbxId == null) {
      return person -> true;
    }
    int named = world.switchboard(pbxId).id();
    return person -> world.switchboardOf(person) == named;
  }

  /** The legs of a call that are over and may be seen; none while it goes on. */
  List<PastCall> legs(String callId) {
    List<PastCall> seen = world.history().legs(callId).stream().filter(sight()).toList();
    if (seen.isEmpty() && going(callId).isEmpty()) {
      throw new NotFoundException("there is no call '" + callId + "'");
    }
    return seen;
  }

  /** The legs of a call that go on and may be seen. */
  List<Leg> going(String callId) {
    Person only = only();
    Predicate<@Nullable Person> here = here();
    return world.live().going(world.now()).stream()
        .filter(leg -> leg.callId().equals(callId))
        .filter(leg -> leg.isOf(only) && here.test(leg.person()))
        .toList();
  }
}

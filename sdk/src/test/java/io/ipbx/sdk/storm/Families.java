package io.ipbx.sdk.storm;

import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.control.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the refresh tokens of each access through what the mock recorded. That the mock refuses
 * one is excused when the answer with the newest was spoilt on its way, so that the client cannot
 * have it, or when a fault had ended the session.
 */
final class Families {

  private static final Set<String> SPOILT =
      Set.of(
          FaultType.ACT_THEN_CUT.name(),
          FaultType.RESET_AFTER_HEADERS.name(),
          FaultType.CUT_BODY.name(),
          FaultType.MALFORMED_JSON.name(),
          FaultType.DRIP.name());

  /** How the mock names whose a refresh token is when its session is forgotten altogether. */
  static final String UNKNOWN = "(unknown)";

  private final GivenUp givenUp;
  private final Set<String> cut = new HashSet<>();
  private final Map<String, Duration> revoked = new HashMap<>();
  private final List<List<RecordedRequest>> unexcused = new ArrayList<>();
  private long afterCut;
  private long sessionGone;

  Families(GivenUp givenUp) {
    this.givenUp = givenUp;
  }

  /** Takes {@code requests} into account, which come in their order and each once. */
  void follow(List<RecordedRequest> requests) {
    List<RecordedRequest> revocations =
        requests.stream()
            .filter(request -> request.faults().contains(FaultType.REVOKE.name()))
            .toList();
    requests.forEach(request -> follow(request, requests, revocations));
  }

  private void follow(
      RecordedRequest request, List<RecordedRequest> all, List<RecordedRequest> revocations) {
    String access = String.valueOf(request.identity());
    if (request.faults().contains(FaultType.REVOKE.name())) {
      revoked.merge(access.split("→", 2)[0], Overlaps.end(request), Families::later);
    }
    boolean refresh = "refresh_token".equals(request.grant());
    if (refresh && request.outcome().equals("invalid_grant")) {
      refused(access, request, all, revocations);
    } else if (request.outcome().equals("ok") && (refresh || "password".equals(request.grant()))) {
      granted(access, request);
    }
  }

  private void refused(
      String access,
      RecordedRequest request,
      List<RecordedRequest> all,
      List<RecordedRequest> revocations) {
    if (access.equals(UNKNOWN)
        || revoked.containsKey(access)
        || revocations.stream().anyMatch(revocation -> endedMeanwhile(revocation, request))) {
      sessionGone++;
    } else if (cut.contains(access)) {
      afterCut++;
    } else {
      unexcused.add(
          all.stream().filter(one -> String.valueOf(one.identity()).startsWith(access)).toList());
    }
  }

  /** A session that lived when the request came may be gone when it is decided. */
  private static boolean endedMeanwhile(RecordedRequest revocation, RecordedRequest request) {
    // Revoking at an exchange ends the session of the access that asks for it.
    return String.valueOf(revocation.identity()).startsWith(String.valueOf(request.identity()))
        && revocation.began().compareTo(Overlaps.end(request)) <= 0
        && Overlaps.end(revocation).compareTo(request.began()) >= 0;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void granted(String access, RecordedRequest request) {
    // One that was under way together with the revocation may be of the session that it ended.
    revoked.computeIfPresent(
        access, (name, ended) -> ended.compareTo(request.began()) < 0 ? null : ended);
    if (isWhole(request) && !givenUp.includes(request)) {
      cut.remove(access);
    } else {
      cut.add(access);
    }
  }

  /** Whether the client got all of an answer as the server had made it. */
  static boolean isWhole(RecordedRequest request) {
    return request.status() != 0 && request.faults().stream().noneMatch(SPOILT::contains);
  }

  /** Refusals of families that were revoked because an answer was spoilt after the rotation. */
  long afterCut() {
    return afterCut;
  }

  /** Refusals of families whose session a fault had ended. */
  long sessionGone() {
    return sessionGone;
  }

  /** What its access asked for meanwhile, for each refusal for which there is no such reason. */
  List<List<RecordedRequest>> unexcused() {
    return unexcused;
  }
}

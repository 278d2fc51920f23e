package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.auth.TokenIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.BooleanGen;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a slot, as {@link IdentityTokens} does it: each operation tells what its caller
 * sees, so that whatever goes wrong shows in an answer.
 */
@Param(name = "flight", gen = IntGen.class, conf = "1:2")
@Param(name = "token", gen = IntGen.class, conf = "1:2")
@Param(name = "outdated", gen = IntGen.class, conf = "0:2")
@Param(name = "excused", gen = BooleanGen.class)
public class SlotOperations {

  private static final TokenIdentity IDENTITY = new TokenIdentity("auth", "api", "access", null);
  private static final List<IssuedToken> TOKENS =
      IntStream.rangeClosed(0, 2).mapToObj(SlotOperations::token).toList();

  private static final List<TokenSet> SETS =
      TOKENS.stream()
          .map(token -> new TokenSet(token, "refresh of " + token.value(), 1, Grant.REFRESH))
          .toList();

  private static final Holdoff PAUSE =
      Holdoff.of(IDENTITY, new ServerErrorException("503", Duration.ZERO, ErrorDetail.NONE), 1, 1);

  /**
   * Of a flight that found another in the slot, or that a logout took out before it was in the air:
   * who has it asks anew.
   */
  private static final String GROUNDED = "grounded";

  private final TokenSlot slot = new TokenSlot();
  private final AtomicInteger made = new AtomicInteger();

  /** Starts with token 1. */
  public SlotOperations() {
    Flight first = newFlight(0);
    slot.enter(first, slot.state());
    slot.publish(first, SETS.get(1), () -> {});
  }

  private static IssuedToken token(int number) {
    Duration hour = Duration.ofHours(1);
    return new IssuedToken("token " + number, hour, 0, hour, hour, Instant.EPOCH);
  }

  /** Its number stands where the time would, and how many were made before it. */
  private Flight newFlight(int number) {
    return new Flight(IDENTITY, number, made.getAndIncrement(), 0);
  }

  /**
   * What a caller gets who wants another token than {@code outdated}, or any when that is 0: the
   * token, or the flight he waits for, his own or another's, or that there is a pause.
   */
  @Operation
  public String ask(@Param(name = "flight") int flight, @Param(name = "outdated") int outdated) {
    IssuedToken old = TOKENS.get(outdated);
    return untilAnswered(() -> askOnce(flight, old));
  }

  /**
   * Whether a renewal of {@code outdated} starts, for which nobody waits: whoever renews was served
   * a while ago and does not look at the tokens again before he has the slot.
   */
  @Operation
  public boolean renew(@Param(name = "flight") int flight, @Param(name = "token") int outdated) {
    TokenSlot.State seen = slot.state();
    if (seen.flight() != null
        || seen.holdoff() != null
        || !seen.held().equals(SETS.get(outdated))) {
      return false;
    }
    Flight mine = newFlight(flight);
    return slot.enter(mine, seen) && takeOff(mine);
  }

  private static String untilAnswered(Supplier<String> question) {
    String answer = GROUNDED;
    while (answer.equals(GROUNDED)) {
      answer = question.get();
    }
    return answer;
  }

  private String askOnce(int flight, IssuedToken old) {
    TokenSlot.State seen = slot.state();
    IssuedToken token = seen.held().access();
    if (token != null && token != old) {
      return token.value();
    }
    Flight other = seen.flight();
    if (other != null) {
      return join(other);
    }
    if (seen.holdoff() != null) {
      return "pause";
    }
    Flight mine = newFlight(flight);
    if (!slot.enter(mine, seen)) {
      return GROUNDED;
    }
    return takeOff(mine) ? told(mine) : GROUNDED;
  }

  private static String told(Flight flight) {
    return "flight " + flight.started();
  }

  /** Who boards waits until it is in the air, or was taken out before. */
  private String join(Flight flight) {
    while (!flight.announced()) {
      if (slot.state().flight() != flight) {
        return flight.announced() ? told(flight) : GROUNDED;
      }
      Thread.onSpinWait();
    }
    return told(flight);
  }

  /** Whether it is in the air; else a logout took it out before. */
  private boolean takeOff(Flight mine) {
    return slot.whileIn(
            mine,
            () -> {
              mine.announce();
              return true;
            })
        != null;
  }

  /** The flight in the air with that number; null when there is none. */
  private @Nullable Flight flying(int number) {
    Flight flight = slot.state().flight();
    return flight != null && flight.announced() && flight.started() == number ? flight : null;
  }

  /** Whether the flight could publish its token. */
  @Operation
  public boolean land(@Param(name = "flight") int flight, @Param(name = "token") int token) {
    Flight landing = flying(flight);
    return landing != null && slot.publish(landing, SETS.get(token), () -> {});
  }

  /** Whether the flight had a say still. */
  @Operation
  public boolean fail(
      @Param(name = "flight") int flight, @Param(name = "excused") boolean excused) {
    Flight failing = flying(flight);
    return failing != null && slot.fail(failing, excused ? null : PAUSE, () -> {});
  }

  /** Whether that was the token that is held. */
  @Operation
  public boolean invalidate(@Param(name = "token") int token) {
    return slot.invalidate(TOKENS.get(token), () -> true);
  }

  /** The refresh token that is held, after that one was refused. */
  @Operation
  public void forgetRefresh(@Param(name = "token") int token) {
    slot.forgetRefresh("refresh of token " + token);
  }

  @Operation
  public String refreshToken() {
    return String.valueOf(slot.held().refreshToken());
  }

  @Operation
  public void logout() {
    slot.clear(() -> {});
  }
}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/**
 * The user who starts a call.
 *
 * @param identityType what {@code identityValue} is
 * @param identityValue the login or the line
 * @param outgoingQueue the queue the call is booked on
 */
public record CallFromUser(
    UserIdentityType identityType, String identityValue, @Nullable String outgoingQueue) {

  public static CallFromUser login(String login) {
    return new CallFromUser(UserIdentityType.LOGIN, login, null);
  }

  public static CallFromUser line(String line) {
    return new CallFromUser(UserIdentityType.LINE, line, null);
  }

  /** The same user, with the call booked on that queue. */
  public CallFromUser withOutgoingQueue(@Nullable String queue) {
    return new CallFromUser(identityType, identityValue, queue);
  }
}

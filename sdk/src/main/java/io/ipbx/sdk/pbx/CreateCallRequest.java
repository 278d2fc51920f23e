package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** A call to be started, from a user or from an application. */
public final class CreateCallRequest extends Parameters<CreateCallRequest> {

  /** A call to that number. */
  public CreateCallRequest(String to) {
    set("to", to);
  }

  /** The number to show. */
  public CreateCallRequest setCallerId(@Nullable String callerId) {
    return set("callerId", callerId);
  }

  /** The name to show. */
  public CreateCallRequest setCallerIdName(@Nullable String name) {
    return set("callerIdName", name);
  }

  /** Rings that user first; takes the place of an application. */
  public CreateCallRequest setFromUser(@Nullable CallFromUser user) {
    return set("fromApplication", null).set("fromUser", user);
  }

  /** Connects that application; takes the place of a user. */
  public CreateCallRequest setFromApplication(@Nullable CallFromApplication application) {
    return set("fromUser", null).set("fromApplication", application);
  }
}

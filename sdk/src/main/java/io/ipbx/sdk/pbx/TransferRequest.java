package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** Where a call is to go. */
public final class TransferRequest extends Parameters<TransferRequest> {

  /** To that number. */
  public TransferRequest(String to) {
    set("to", to);
  }

  public TransferRequest setType(@Nullable TransferType type) {
    return set("type", type);
  }

  /** Whose call it is; of whoever asks when not set. */
  public TransferRequest setUserId(@Nullable String userId) {
    return set("userId", userId);
  }

  public TransferRequest setCustomData(@Nullable String data) {
    return set("customData", data);
  }
}

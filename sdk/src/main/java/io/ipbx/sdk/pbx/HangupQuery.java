package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** What is to be hung up: the call of whoever asks when nothing is set. */
public final class HangupQuery extends Parameters<HangupQuery> {

  public HangupQuery setChannelId(@Nullable String channelId) {
    return set("channelId", channelId);
  }

  public HangupQuery setCallId(@Nullable String callId) {
    return set("callId", callId);
  }

  public HangupQuery setUserId(@Nullable String userId) {
    return set("userId", userId);
  }
}

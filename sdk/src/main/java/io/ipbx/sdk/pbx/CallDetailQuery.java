package io.ipbx.sdk.pbx;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What is wanted of the trail of a call. */
public final class CallDetailQuery extends Parameters<CallDetailQuery> {

  /** The switchboard; the first of the access when not set. */
  public CallDetailQuery setPbxId(@Nullable FlexibleId pbxId) {
    return set("pbxId", pbxId);
  }

  /** The zone in which the answer's times are given; Europe/Prague when not set. */
  public CallDetailQuery setTimezone(@Nullable ZoneId zone) {
    return set("timezone", zone);
  }
}

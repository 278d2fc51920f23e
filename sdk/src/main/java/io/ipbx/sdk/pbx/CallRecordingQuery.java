package io.ipbx.sdk.pbx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which recordings of a call are wanted. */
public final class CallRecordingQuery extends Parameters<CallRecordingQuery> {

  /** The switchboard; the first of the access when not set. */
  public CallRecordingQuery setPbxId(@Nullable FlexibleId pbxId) {
    return set("pbxId", pbxId);
  }

  /** Such as {@code mp3}, which it is when not set. */
  public CallRecordingQuery setFileExtensions(@Nullable List<String> extensions) {
    return set("extensions", extensions);
  }
}

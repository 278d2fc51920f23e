package io.ipbx.sdk.pbx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recordings by line and period: from the start of the day until now where nothing is set. */
public final class RecordingUserFilter extends PeriodQuery<RecordingUserFilter> {

  /** The telephone lines. */
  public RecordingUserFilter setExtensions(@Nullable List<String> extensions) {
    return set("extensions", extensions);
  }
}

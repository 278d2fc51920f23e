package io.ipbx.sdk.pbx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which recordings are to be deleted: at least one kind of choice must be set. */
public final class RecordingBatchDeleteRequest extends Parameters<RecordingBatchDeleteRequest> {

  public static final int MAX_ITEMS = 1000;

  /**
   * By file name.
   *
   * @param names 1 to {@value #MAX_ITEMS}
   */
  public RecordingBatchDeleteRequest setFileNames(@Nullable List<String> names) {
    return set("fileNames", Lists.sized("fileNames", names, MAX_ITEMS));
  }

  /**
   * All recordings of calls.
   *
   * @param linkedIds 1 to {@value #MAX_ITEMS}, as {@link Call#linkedId} has them
   */
  public RecordingBatchDeleteRequest setCallIds(@Nullable List<String> linkedIds) {
    return set("callIds", Lists.sized("callIds", linkedIds, MAX_ITEMS));
  }

  /** By line and period. */
  public RecordingBatchDeleteRequest setUserFilter(@Nullable RecordingUserFilter filter) {
    return set("userFilter", filter);
  }
}

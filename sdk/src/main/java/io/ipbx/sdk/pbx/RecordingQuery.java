package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** Which recordings are wanted; {@value #MAX_PAGE_SIZE} to a page when not set. */
public final class RecordingQuery extends PagedQuery<RecordingQuery> {

  public static final int MAX_PAGE_SIZE = 1000;

  public RecordingQuery() {}

  private RecordingQuery(RecordingQuery other) {
    super(other);
  }

  @Override
  public RecordingQuery copy() {
    return new RecordingQuery(this);
  }

  /** The switchboard; the first of the access when not set. */
  public RecordingQuery setPbxId(@Nullable FlexibleId pbxId) {
    return set("pbxId", pbxId);
  }
}

package io.ipbx.sdk.pbx;

import java.util.List;

/**
 * What became of recordings that were to be deleted. Some may fail while others are gone.
 *
 * @param deleted names that are gone
 * @param errors names that are still there
 */
public record RecordingBatchDeleteResult(List<String> deleted, List<RecordingDeleteError> errors) {

  public RecordingBatchDeleteResult {
    deleted = Lists.present(deleted);
    errors = Lists.present(errors);
  }
}

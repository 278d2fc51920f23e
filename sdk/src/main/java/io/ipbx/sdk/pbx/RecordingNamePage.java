package io.ipbx.sdk.pbx;

import java.util.List;

/**
 * One page of the file names of recordings.
 *
 * @param currentPage from 1
 * @param totalPages how many there are for this query; 0 when the server does not say
 */
public record RecordingNamePage(
    List<String> files, int currentPage, int totalPages, Pages<RecordingNamePage> pages)
    implements Page<String, RecordingNamePage> {

  public RecordingNamePage {
    files = Lists.present(files);
    currentPage = currentPage > 0 ? currentPage : pages.first();
  }

  @Override
  public List<String> items() {
    return files;
  }
}

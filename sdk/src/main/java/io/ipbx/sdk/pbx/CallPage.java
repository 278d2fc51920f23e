package io.ipbx.sdk.pbx;

import java.util.List;

/**
 * One page of the call history.
 *
 * @param currentPage from 1
 * @param totalPages how many there are for this query
 * @param totalResults how many calls match
 */
public record CallPage(
    List<Call> items,
    List<PageLink> links,
    int currentPage,
    int totalPages,
    long totalResults,
    Pages<CallPage> pages)
    implements Page<Call, CallPage> {

  public CallPage {
    items = Lists.present(items);
    links = Lists.present(links);
  }
}

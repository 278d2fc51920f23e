package io.ipbx.sdk.pbx;

import java.util.List;

/**
 * One page of the events of agents.
 *
 * @param links ways on, as plain texts here
 * @param currentPage from 1
 * @param totalPages how many there are for this query
 */
public record AgentActivityPage(
    List<AgentActivityEvent> items,
    List<String> links,
    int currentPage,
    int totalPages,
    Pages<AgentActivityPage> pages)
    implements Page<AgentActivityEvent, AgentActivityPage> {

  public AgentActivityPage {
    items = Lists.present(items);
    links = Lists.present(links);
  }
}

package io.ipbx.sdk.pbx;

import org.jspecify.annotations.Nullable;

/** What is wanted of a period, page by page. */
public abstract class PagedQuery<Q extends PagedQuery<Q>> extends PeriodQuery<Q> {

  PagedQuery() {}

  PagedQuery(PagedQuery<Q> other) {
    super(other);
  }

  /** Another query with the same conditions. */
  public abstract Q copy();

  /** The page asked for, from 1; the first when none was set. */
  public int page() {
    return values().get("page") instanceof Integer page ? page : 1;
  }

  /** From 1. */
  public Q setPage(@Nullable Integer page) {
    return set("page", page);
  }

  /** From 1 to the most that the server gives; the server's own choice when not set. */
  public Q setPageSize(@Nullable Integer pageSize) {
    return set("pageSize", pageSize);
  }
}

package io.ipbx.sdk.pbx;

import io.vertx.core.Future;
import java.util.List;

/** Members of the call centre. Futures complete on the Vert.x context of their caller. */
public final class Members {

  private final Api api;

  Members(Api api) {
    this.api = api;
  }

  /** The members that match {@code query}, with their queues and skills ({@code GET /members}). */
  public Future<List<Member>> list(MemberQuery query) {
    return api.readList("/members", query, Member.class);
  }

  /** All members. */
  public Future<List<Member>> list() {
    return list(new MemberQuery());
  }
}

package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and lines of the switchboard. Futures complete on the Vert.x context of their caller. */
public final class Numbers {

  private final Api api;

  Numbers(Api api) {
    this.api = api;
  }

  /** The numbers that match {@code query} ({@code GET /numbers}). */
  public Future<List<PbxNumber>> list(NumberQuery query) {
    return api.readList("/numbers", query, PbxNumber.class);
  }

  /** All numbers. */
  public Future<List<PbxNumber>> list() {
    return list(new NumberQuery());
  }

  /**
   * One number ({@code GET /numbers/{numberId}}).
   *
   * @param numberId its {@link PbxNumber#id}, not the number itself
   * @param pbxId the switchboard; null for the first of the access
   */
  public Future<PbxNumber> get(String numberId, @Nullable FlexibleId pbxId) {
    return api.read(
        IpbxRequest.get("/numbers/" + Api.segment("numberId", numberId)).query("pbxId", pbxId),
        PbxNumber.class);
  }

  /** As {@link #get(String, FlexibleId)} of the first switchboard. */
  public Future<PbxNumber> get(String numberId) {
    return get(numberId, null);
  }
}

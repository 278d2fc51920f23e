package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;
import java.util.List;

/** Reasons to pause. Futures complete on the Vert.x context of their caller. */
public final class Pauses {

  private final Api api;

  Pauses(Api api) {
    this.api = api;
  }

  /** The reasons that agents can choose ({@code GET /pauses}). */
  public Future<List<Pause>> list() {
    return api.readList(IpbxRequest.get("/pauses"), Pause.class);
  }
}

package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.Future;

/** The switchboard itself. Futures complete on the Vert.x context of their caller. */
public final class Service {

  private final Api api;

  Service(Api api) {
    this.api = api;
  }

  /** Makes the switchboard apply what was changed ({@code PUT /service/reload}). */
  public Future<Void> reloadPbx(ReloadQuery query) {
    return api.run(Api.with(IpbxRequest.put("/service/reload"), query));
  }
}

package io.ipbx.mock.pbx;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.http.ContractApi;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;

/** The IPBX API: what an access with impersonation, or an impersonated user, may call. */
public final class PbxApi {

  private PbxApi() {}

  /** The API, once its contract is read. */
  public static Future<Router> load(Vertx vertx, AuthServer auth, World world) {
    return new ContractApi(auth, true)
        .load(
            vertx,
            "contract/ipbx.yaml",
            List.of(new ListCalls(vertx, world), new ListRecordings(vertx, world)));
  }
}

package io.ipbx.mock.rest;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.http.ContractApi;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;

/** The REST API: call log and switchboards, which every access may read. */
public final class RestApi {

  private RestApi() {}

  /** The API, once its contract is read. */
  public static Future<Router> load(Vertx vertx, AuthServer auth, World world) {
    return new ContractApi(auth, false).load(vertx, "contract/rest.yaml", operations(vertx, world));
  }

  /** All that it does. */
  public static List<Operation> operations(Vertx vertx, World world) {
    return List.of(new CallLog(vertx, world), new ListSwitchboards(world));
  }
}

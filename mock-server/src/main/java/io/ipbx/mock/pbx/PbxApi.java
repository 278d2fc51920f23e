package io.ipbx.mock.pbx;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.http.ContractApi;
import io.ipbx.mock.http.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.stream.Stream;

/** The IPBX API: what an access with impersonation, or an impersonated user, may call. */
public final class PbxApi {

  private PbxApi() {}

  /** The API, once its contract is read. */
  public static Future<Router> load(Vertx vertx, AuthServer auth, World world) {
    return new ContractApi(auth, true).load(vertx, "contract/ipbx.yaml", operations(vertx, world));
  }

  /** All that the contract has, by what it is about. */
  public static List<Operation> operations(Vertx vertx, World world) {
    return Stream.of(
            new PastCalls(vertx, world).operations(),
            new CallControl(world).operations(),
            new RecordingOperations(vertx, world).operations(),
            new Reports(vertx, world).operations(),
            new Members(world).operations(),
            new Numbers(world).operations(),
            new Pauses().operations(),
            new PbxUsers(world).operations(),
            new ProfileOperations(world).operations(),
            new Service(world).operations())
        .flatMap(List::stream)
        .toList();
  }
}

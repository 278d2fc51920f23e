package io.ipbx.mock.remote;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.http.ContractApi;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.journal.RequestJournal;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.state.MockState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.stream.Stream;

/** The control routes, which need no bearer. */
public final class ControlApi {

  /** Where all of them are. */
  public static final String ROOT = "/__mock";

  /** Where it stands, and how it is served to whoever asks. */
  static final String CONTRACT = "contract/control.yaml";

  private static final int LONGEST_SNAPSHOT = 64 * 1024 * 1024;

  private ControlApi() {}

  /** The API, once its contract is read. */
  public static Future<Router> load(
      Vertx vertx, MockIpbx mock, World world, MockState state, RequestJournal journal) {
    List<Operation> operations =
        Stream.of(
                new About(vertx, world).operations(),
                new ClockResource(mock.clock()).operations(),
                new AccessResource(mock.accesses()).operations(),
                new FaultResource(mock.faults()).operations(),
                new TokenResource(vertx, mock).operations(),
                new SettingsResource(mock).operations(),
                new StateResource(vertx, state).operations(),
                new RequestResource(vertx, journal).operations())
            .flatMap(List::stream)
            .toList();
    return new ContractApi((ctx, anybody) -> ctx.next(), true, ControlApi::longestBody)
        .load(vertx, CONTRACT, operations);
  }

  private static int longestBody(String path) {
    return path.equals(ROOT + "/snapshot") ? LONGEST_SNAPSHOT : ContractApi.LONGEST_BODY;
  }
}

package io.ipbx.mock.remote;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.http.Boom;
import io.ipbx.mock.http.ContractApi;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.journal.RequestJournal;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.state.MockState;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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
    return new ContractApi(ControlApi::admit, true, LONGEST_SNAPSHOT)
        .load(vertx, CONTRACT, operations);
  }

  /** Everybody; but only a snapshot may be long. */
  private static void admit(RoutingContext ctx, HttpExchange exchange) {
    Buffer body = exchange.body();
    boolean tooLong = body != null && body.length() > ContractApi.LONGEST_BODY;
    if (tooLong && !exchange.request().path().equals(ROOT + "/snapshot")) {
      Boom.answer(exchange, 413, "the body is longer than " + ContractApi.LONGEST_BODY + " bytes");
    } else {
      ctx.next();
    }
  }
}

package io.ipbx.load.client;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxClientBuilder;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.IntStream;

/** Our own client: one for each access, or as many as are to share its tokens. */
public final class SdkContender implements Contender {

  @Override
  public Session open(Vertx vertx, Assignment assignment) {
    List<IpbxClient> clients =
        IntStream.range(0, assignment.clients())
            .boxed()
            .flatMap(client -> assignment.usernames().stream())
            .map(name -> client(vertx, assignment, name))
            .toList();
    return new Session() {
      @Override
      public Future<?> call(long caller) {
        IpbxClient client = clients.get((int) (caller % clients.size()));
        return as(client, caller).send(IpbxRequest.get(assignment.path()));
      }

      private IpbxClient as(IpbxClient client, long caller) {
        List<String> subjects = assignment.subjects();
        return subjects.isEmpty()
            ? client
            : client.impersonate(subjects.get((int) (caller % subjects.size())));
      }

      @Override
      public Future<Void> close() {
        return Future.join(clients.stream().map(IpbxClient::close).toList()).mapEmpty();
      }
    };
  }

  private static IpbxClient client(Vertx vertx, Assignment assignment, String username) {
    IpbxClientBuilder builder =
        IpbxClient.builder(vertx)
            .with(new IpbxOptions(assignment.options()).setUsername(username))
            .withTokenListener(assignment.listener())
            .withTime(assignment.time());
    TokenStore store = assignment.store();
    return store == null ? builder.build() : builder.withTokenStore(store).build();
  }
}

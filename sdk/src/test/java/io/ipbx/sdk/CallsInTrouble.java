package io.ipbx.sdk;

import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client whose API answers as told, one answer after the other, and fine from then on. */
@ExtendWith(VertxExtension.class)
abstract class CallsInTrouble {

  final List<CallEvent> events = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ArrayDeque<>();
  final AuthScript script = AuthScript.wellBehaved().onApi(request -> next());
  World world;

  @BeforeEach
  void open(Vertx vertx) {
    world = new World(vertx, script);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private synchronized Reply next() {
    Reply reply = replies.poll();
    return reply != null ? reply : Reply.of(200, Map.of(), "fine");
  }

  synchronized void answers(Reply... inTurn) {
    replies.addAll(List.of(inTurn));
  }

  static Reply status(int status) {
    return Reply.of(status, Map.of(), "");
  }

  static Reply status(int status, String retryAfter) {
    return Reply.of(status, Map.of("Retry-After", retryAfter), "");
  }

  IpbxClient client() {
    return client(world.options());
  }

  IpbxClient client(IpbxOptions options) {
    return world.keep(world.builder(options).withCallListener(events::add).build());
  }

  <T extends CallEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Waits for the pause before retry {@code number} of all, and lets it pass. */
  Duration passPause(int number) {
    Duration pause = awaitPause(number);
    world.time().advance(pause);
    return pause;
  }

  Duration awaitPause(int number) {
    Await.until(() -> events(CallEvent.Retrying.class).size() >= number, "pause " + number);
    return events(CallEvent.Retrying.class).get(number - 1).pause();
  }

  List<Request> sent() {
    return world.server().apiCalls();
  }
}

package io.ipbx.sdk.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.NotFoundException;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages one after the other, by hand and as a stream, in the three shapes they have. */
@ExtendWith(VertxExtension.class)
class PagingTest {

  private Vertx vertx;

  @BeforeEach
  void take(Vertx vertx) {
    this.vertx = vertx;
  }

  private World world(IntFunction<Reply> pages) {
    return new World(vertx, AuthScript.wellBehaved().onApi(request -> pages.apply(page(request))));
  }

  private static int page(Request request) {
    return request.target().contains("page=")
        ? Integer.parseInt(request.target().replaceAll(".*[?&]page=(\\d+).*", "$1"))
        : 1;
  }

  private static Reply json(String body) {
    return Reply.of(200, "application/json", body);
  }

  /** Two calls on each of that many pages, named by page and place. */
  private static Reply calls(int page, int pages) {
    return json(
        "{\"items\":[{\"linkedid\":\"%1$d-0\"},{\"linkedid\":\"%1$d-1\"}],\"currentPage\":%1$d,\"totalPages\":%2$d}"
            .formatted(page, pages));
  }

  @Test
  void a_page_leads_to_the_next_with_the_same_conditions() {
    try (World world = world(page -> calls(page, 3))) {
      CallQuery query = new CallQuery().setWay(CallWay.IN).setPage(2);
      CallPage second = Await.result(world.client().calls().list(query));
      query.setWay(CallWay.OUT).setPage(9);
      CallPage third = Await.result(second.next());

      assertThat(second.hasNext()).isTrue();
      assertThat(third.items()).extracting(Call::linkedId).containsExactly("3-0", "3-1");
      assertThat(third.hasNext()).isFalse();
      assertThatThrownBy(third::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("page 3");
      assertThat(Await.result(third.pages().get(1)).items())
          .extracting(Call::linkedId)
          .containsExactly("1-0", "1-1");
      assertThat(world.server().apiCalls())
          .extracting(Request::target)
          .containsExactly("/calls?way=In&page=2", "/calls?way=In&page=3", "/calls?way=In&page=1");
    }
  }

  @Test
  void where_the_number_of_pages_is_not_told_an_empty_page_is_the_end() {
    try (World world =
        world(page -> json(page < 3 ? "{\"files\":[\"" + page + ".mp3\"]}" : "{}"))) {
      RecordingNamePage first =
          Await.result(world.client().recordings().list(new RecordingQuery()));
      List<String> names = all(world.client().recordings().stream(new RecordingQuery()));

      assertThat(first.currentPage()).isEqualTo(1);
      assertThat(first.hasNext()).isTrue();
      assertThat(Await.result(first.next()).currentPage()).isEqualTo(2);
      assertThat(names).containsExactly("1.mp3", "2.mp3");
    }
  }

  @Test
  void the_activity_of_agents_streams_too() {
    try (World world =
        world(
            page ->
                json(
                    "{\"links\":[],\"items\":[{\"event\":\"E%1$d\"}],\"currentPage\":%1$d,\"totalPages\":2}"
                        .formatted(page)))) {
      List<AgentActivityEvent> events =
          all(
              world
                  .client()
                  .reports()
                  .streamAgentActivity(new AgentActivityQuery().setPageSize(1)));

      assertThat(events)
          .extracting(AgentActivityEvent::type)
          .containsExactly(new AgentEventType("E1"), new AgentEventType("E2"));
    }
  }

  private static <T> List<T> all(PagedStream<T> stream) {
    List<T> seen = new CopyOnWriteArrayList<>();
    Promise<Void> end = Promise.promise();
    stream.exceptionHandler(end::fail).endHandler(end::complete).handler(seen::add);
    Await.result(end.future());
    return seen;
  }

  @Test
  void a_stream_asks_for_large_pages_unless_told_otherwise() {
    try (World world = world(page -> calls(page, 1))) {
      all(world.client().calls().stream(new CallQuery()));

      assertThat(world.server().apiCalls().get(0).target()).contains("pageSize=1000");
    }
  }

  @Test
  void a_closed_stream_drops_what_is_on_its_way_and_asks_for_nothing_more() {
    Promise<Void> secondPage = Promise.promise();
    try (World world =
        world(page -> page == 2 ? calls(2, 9).after(secondPage.future()) : calls(page, 9))) {
      Context context = vertx.getOrCreateContext();
      List<Object> seen = new CopyOnWriteArrayList<>();
      Promise<PagedStream<Call>> made = Promise.promise();
      context.runOnContext(go -> made.complete(world.client().calls().stream(new CallQuery())));
      PagedStream<Call> stream = Await.result(made.future());
      stream.exceptionHandler(seen::add).endHandler(end -> seen.add("end"));
      stream.handler(call -> seen.add(call.linkedId()));
      Await.until(() -> seen.size() == 2, "the first page");
      Await.until(() -> world.server().apiCalls().size() == 2, "the second page is asked for");

      stream.close();
      stream.close();
      secondPage.complete();
      Await.result(world.client().pauses().list().otherwiseEmpty());
      stream.resume();
      Promise<Void> turn = Promise.promise();
      context.runOnContext(turn::complete);
      Await.result(turn.future());

      assertThat(seen).containsExactly("1-0", "1-1");
      assertThat(world.server().requests(request -> request.target().startsWith("/calls")))
          .hasSize(2);
    }
  }

  @Test
  void what_came_before_a_failed_page_is_read_before_the_failure() {
    try (World world = world(page -> page == 1 ? calls(1, 9) : Reply.of(404, "text/plain", ""))) {
      List<Object> seen = new CopyOnWriteArrayList<>();
      PagedStream<Call> stream = world.client().calls().stream(new CallQuery());
      stream.pause();
      stream.exceptionHandler(seen::add).handler(call -> seen.add(call.linkedId()));
      Await.until(() -> world.server().apiCalls().size() == 2, "both pages are asked for");

      stream.fetch(1);
      Await.until(() -> seen.size() == 1, "one call");
      stream.fetch(1);
      Await.until(() -> seen.size() == 3, "the other call, and the failure");

      assertThat(seen).startsWith("1-0", "1-1");
      assertThat(seen.get(2)).isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void off_any_context_the_handlers_share_one_event_loop() {
    try (World world = world(page -> calls(page, 5))) {
      Set<String> threads = ConcurrentHashMap.newKeySet();
      Promise<Void> end = Promise.promise();

      world.client().calls().stream(new CallQuery())
          .exceptionHandler(end::fail)
          .endHandler(end::complete)
          .handler(call -> threads.add(Thread.currentThread().getName()));
      Await.result(end.future());

      assertThat(threads).hasSize(1).allMatch(name -> name.contains("eventloop"));
    }
  }

  @Test
  void a_handler_that_throws_misses_nothing_that_follows() {
    try (World world = world(page -> calls(page, 2))) {
      List<String> seen = new CopyOnWriteArrayList<>();
      List<Throwable> reported = new CopyOnWriteArrayList<>();
      Promise<Void> end = Promise.promise();
      Context context = vertx.getOrCreateContext();
      context.exceptionHandler(reported::add);

      context.runOnContext(
          go ->
              world.client().calls().stream(new CallQuery())
                  .endHandler(end::complete)
                  .handler(
                      call -> {
                        seen.add(call.linkedId());
                        throw new IllegalStateException("scripted");
                      }));
      Await.result(end.future());

      assertThat(seen).containsExactly("1-0", "1-1", "2-0", "2-1");
      assertThat(reported).hasSize(4);
    }
  }
}

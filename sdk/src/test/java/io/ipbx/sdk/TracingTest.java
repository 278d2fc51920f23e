package io.ipbx.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Traces;
import io.ipbx.sdk.testing.World;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans are Vert.x's own: what is sent for a caller is in his trace. */
class TracingTest {

  private final Traces traces = new Traces();

  @AfterEach
  void close() {
    traces.close();
  }

  private SpanData server(String path) {
    Await.until(() -> !named(SpanKind.SERVER, path).isEmpty(), "the span of " + path);
    return named(SpanKind.SERVER, path).get(0);
  }

  private List<SpanData> named(SpanKind kind, String path) {
    return traces.spans(kind).stream().filter(span -> url(span).contains(path)).toList();
  }

  /** Wherever this version of the conventions has it. */
  private static String url(SpanData span) {
    return span.getAttributes().asMap().toString();
  }

  private static String text(SpanData span, String... names) {
    for (String name : names) {
      String value = span.getAttributes().get(AttributeKey.stringKey(name));
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  @Test
  void a_call_and_its_token_request_are_children_of_the_callers_span() {
    try (World world = new World(traces.vertx(), AuthScript.wellBehaved())) {
      IpbxClient client = world.client();

      Await.result(
          traces.asServer("/front", path -> client.send(IpbxRequest.get("/calls?way=in"))));

      SpanData front = server("/front");
      assertThat(named(SpanKind.CLIENT, "/token"))
          .singleElement()
          .satisfies(
              token -> {
                assertThat(token.getTraceId()).isEqualTo(front.getTraceId());
                assertThat(token.getParentSpanId()).isEqualTo(front.getSpanId());
                assertThat(text(token, "http.request.method", "http.method")).isEqualTo("POST");
              });
      assertThat(named(SpanKind.CLIENT, "/calls"))
          .singleElement()
          .satisfies(
              call -> {
                assertThat(call.getTraceId()).isEqualTo(front.getTraceId());
                assertThat(call.getParentSpanId()).isEqualTo(front.getSpanId());
                assertThat(text(call, "http.request.method", "http.method")).isEqualTo("GET");
                assertThat(url(call)).contains("200");
              });
      assertThat(world.server().requests())
          .allSatisfy(
              request -> assertThat(request.header("traceparent")).contains(front.getTraceId()));
    }
  }

  @Test
  void a_flight_is_in_the_trace_of_who_started_it_and_of_nobody_else() {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> script.nextAfter(gate.future()));
    try (World world = new World(traces.vertx(), script)) {
      IpbxClient client = world.client();
      Future<?> first = traces.asServer("/first", path -> client.send(IpbxRequest.get("/a")));
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "the flight");
      Promise<Void> boarded = Promise.promise();
      Future<?> second =
          traces.asServer(
              "/second",
              path -> {
                Future<?> answer = client.send(IpbxRequest.get("/b"));
                boarded.complete();
                return answer;
              });
      Await.result(boarded.future());
      gate.complete();
      Await.result(first);
      Await.result(second);

      assertThat(named(SpanKind.CLIENT, "/token"))
          .extracting(SpanData::getParentSpanId)
          .containsExactly(server("/first").getSpanId());
      assertThat(named(SpanKind.CLIENT, "/b"))
          .extracting(SpanData::getParentSpanId)
          .containsExactly(server("/second").getSpanId());
    }
  }

  @Test
  void a_retry_is_a_span_of_its_own_in_the_same_trace() {
    Promise<Void> failed = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onApi(
        request ->
            failed.tryComplete() ? Reply.of(503, Map.of(), "") : Reply.of(200, Map.of(), ""));
    try (World world = new World(traces.vertx(), script)) {
      IpbxClient client = world.client(world.options().setRetries(1).setRetryPause(10));
      Future<?> answer = traces.asServer("/front", path -> client.send(IpbxRequest.get("/calls")));
      Await.until(
          () -> {
            world.time().advance(Duration.ofMillis(10));
            return answer.isComplete();
          },
          "the retry");

      assertThat(named(SpanKind.CLIENT, "/calls"))
          .hasSize(2)
          .extracting(SpanData::getParentSpanId)
          .containsOnly(server("/front").getSpanId());
    }
  }
}

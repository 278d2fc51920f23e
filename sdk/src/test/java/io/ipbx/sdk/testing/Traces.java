package io.ipbx.sdk.testing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.tracing.opentelemetry.OpenTelemetryOptions;
import io.vertx.tracing.opentelemetry.OpenTelemetryTracingFactory;
import java.util.List;
import java.util.function.Function;

/** A Vert.x whose spans are kept in memory, and callers that each have a trace of their own. */
public final class Traces implements AutoCloseable {

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();
  private final Vertx vertx =
      Vertx.builder()
          .withTracer(new OpenTelemetryTracingFactory(sdk))
          .with(new VertxOptions().setTracingOptions(new OpenTelemetryOptions()))
          .build();

  /** Held here, because a client that nobody holds is closed. */
  private final HttpClient browser = vertx.createHttpClient();

  public Vertx vertx() {
    return vertx;
  }

  /**
   * Runs {@code work} as the handler of a request to {@code path}, as an application does: its span
   * is a {@code SERVER} one of that name.
   */
  public Future<?> asServer(String path, Function<String, Future<?>> work) {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setTracingPolicy(TracingPolicy.ALWAYS))
            .requestHandler(
                request ->
                    work.apply(path)
                        .onComplete(end -> request.response().setStatusCode(204).end()));
    Await.result(server.listen(0, "127.0.0.1"));
    return browser
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(server.actualPort())
                .setURI(path))
        .compose(request -> request.send())
        .compose(answer -> answer.end())
        .eventually(server::close);
  }

  /** Those that have ended. */
  public List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  public List<SpanData> spans(SpanKind kind) {
    return spans().stream().filter(span -> span.getKind() == kind).toList();
  }

  @Override
  public void close() {
    Await.result(vertx.close());
    sdk.close();
  }
}

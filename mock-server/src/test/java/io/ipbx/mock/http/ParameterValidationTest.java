package io.ipbx.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each parameter of each operation, given all kinds of values, is taken as the library does. */
class ParameterValidationTest {

  private static final String VALUES =
      " 1 0 -1 1001 7.5 99999999999999999999 true asc spy Jana %22x%22 %5B1,2%5D %5B %7B%7D a%26b=c"
          + " a+b";

  private static final String OPERATION = "Operation";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    RunningMock.await(vertx.close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract/ipbx.yaml", "contract/rest.yaml", "contract/control.yaml"})
  void takes_all_values_as_the_library_does(String resource) {
    OpenAPIContract contract = RunningMock.await(OpenAPIContract.from(vertx, resource));
    RequestValidator library = RequestValidator.create(vertx, contract);
    Map<String, ParameterValidation> ours = new ConcurrentHashMap<>();
    HttpServer server = vertx.createHttpServer();
    server.requestHandler(
        request -> {
          Operation operation = contract.operation(request.getHeader(OPERATION));
          ParameterValidation mine = Objects.requireNonNull(ours.get(operation.getOperationId()));
          both(request, operation, mine, library);
        });
    RunningMock.await(server.listen(0, "127.0.0.1"));
    HttpClient client = vertx.createHttpClient();
    for (Operation operation : contract.operations()) {
      if (operation.getRequestBody() == null) {
        String id = operation.getOperationId();
        ours.put(id, new ParameterValidation(operation, contract.getSchemaRepository()));
        uris(operation).forEach(uri -> assertSame(client, server.actualPort(), id, uri));
      }
    }
  }

  private static Stream<String> uris(Operation operation) {
    String path = operation.getAbsoluteOpenAPIPath();
    return Stream.of(VALUES.split(" ", -1))
        .flatMap(
            value -> {
              String filled = path.replaceAll("\\{.*?}", value);
              return Stream.concat(
                  Stream.of(filled),
                  operation.getParameters().stream()
                      .filter(parameter -> parameter.getIn() == Location.QUERY)
                      .map(Parameter::getName)
                      .map(name -> filled + "?" + name + "=" + value + "&" + name + "=b"));
            });
  }

  private static void assertSame(HttpClient client, int port, String id, String uri) {
    JsonArray both =
        RunningMock.await(
                client
                    .request(HttpMethod.GET, port, "127.0.0.1", uri)
                    .compose(
                        // All on the event loop, on which no answer comes before it is looked for.
                        request ->
                            request
                                .putHeader(OPERATION, id)
                                .send()
                                .compose(HttpClientResponse::body)))
            .toJsonArray();
    assertThat(both.getString(0)).as(uri).isEqualTo(both.getString(1));
  }

  private static void both(
      HttpServerRequest request,
      Operation operation,
      ParameterValidation ours,
      RequestValidator library) {
    Future<ValidatedRequest> here =
        Future.succeededFuture(new ExactRequest(request, operation, null, null)).map(ours::valid);
    Future<ValidatedRequest> there =
        library.validate(
            new ExactRequest(request, operation, null, null), operation.getOperationId());
    Future.join(here, there)
        .onComplete(
            done ->
                request
                    .response()
                    .end(new JsonArray().add(said(here)).add(said(there)).toBuffer()));
  }

  private static String said(Future<ValidatedRequest> validated) {
    if (validated.failed()) {
      return String.valueOf(validated.cause());
    }
    ValidatedRequest request = validated.result();
    return texts(request.getPathParameters())
        + texts(request.getQuery())
        + texts(request.getHeaders());
  }

  private static String texts(Map<String, RequestParameter> parameters) {
    Map<String, String> texts = new TreeMap<>();
    parameters.forEach(
        (name, value) ->
            texts.put(name, value.isNull() ? "-" : value.get().getClass() + " " + value.get()));
    return texts.toString();
  }
}

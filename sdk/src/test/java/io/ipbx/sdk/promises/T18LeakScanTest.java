package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RetryPolicy;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.micrometer.IpbxMeters;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.LeakScan;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.SdkTypes;
import io.ipbx.sdk.testing.Traces;
import io.ipbx.sdk.testing.World;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T18: through a whole life of a client, no secret in anything that can be seen. */
class T18LeakScanTest {

  private static final String PASSWORD = "p&ss w0rd/+=% of 2026!";
  private static final String USER = "alice@example.com";

  /** What this life does not come by; whatever is new is shown, or named here with a reason. */
  private static final List<String> NOT_MET =
      List.of(
          // Of a token store, which this client has none of.
          "SharedSource$Unshared",
          "StorePlace$Found",
          "TokenEvent$StoreUnavailable",
          "TokenEvent$StoreConflict",
          "TokenEvent$TokensAdopted",
          // Of retries, which would show what is shown anyway once more.
          "CallEvent$Retrying",
          "CallEvent$RetryBudgetExhausted",
          // Of credentials that are remembered as rejected: a digest, and a failure that is shown.
          "auth.impl.Rejection",
          "TokenEvent$CredentialsBarred",
          // Gone before anybody can look; its text is its status.
          "auth.impl.TokenReply");

  private final AtomicInteger issued = new AtomicInteger();
  private final Traces traces = new Traces();
  private final AuthScript script = AuthScript.wellBehaved();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final IpbxMeters meters = new IpbxMeters(registry, Tags.empty());
  private LeakScan scan;
  private World world;

  @BeforeEach
  void open() {
    scan = new LeakScan();
    script.onPassword(request -> tokens()).onRefresh(request -> tokens());
    script.onExchange(request -> tokens());
    world = new World(traces.vertx(), script);
  }

  @AfterEach
  void close() {
    world.close();
    traces.close();
    scan.close();
  }

  private Reply tokens() {
    int number = issued.incrementAndGet();
    return Reply.tokens(secret("access", number), secret("refresh", number), 3600);
  }

  private static String secret(String kind, int number) {
    return kind + ".tok3n~of+the/client=" + number + "-with_all.that==";
  }

  /** Repeats whatever it was sent, in all the ways one might. */
  private static Function<Request, Reply> echo(int status, String error) {
    return request -> {
      String sent = request.headers() + request.body() + request.field("password");
      String encoded =
          Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8))
              + Base64.getUrlEncoder()
                  .encodeToString(request.bearer().getBytes(StandardCharsets.UTF_8));
      return Reply.json(
          status,
          new JsonObject()
              .put("error", error.isEmpty() ? sent : error)
              .put("error_description", sent.length() % 2 == 0 ? sent : encoded)
              .put("message", status % 2 == 0 ? sent : encoded));
    };
  }

  private void show(IpbxClient client, IpbxOptions options) {
    AccessToken token = Await.result(client.tokens().current());
    IpbxRequest request =
        IpbxRequest.post("/calls").query("token", token.value()).json(token.value());
    Stream.of(
            client,
            client.tokens(),
            client.tokens().identity(),
            client.tokens().status(),
            client.impersonate(USER),
            new IpbxOptions(options),
            new Credentials(World.USERNAME, PASSWORD),
            world.builder(options),
            request,
            Await.result(client.send(IpbxRequest.get("/calls"))))
        .forEach(scan::showAll);
    scan.show("options as JSON", options.toJson().encodePrettily());
  }

  private void calls(IpbxClient client, String step) {
    IpbxClient user = client.impersonate(USER);
    IpbxRequest once = IpbxRequest.get("/calls").retry(RetryPolicy.NEVER);
    scan.failureOf(step + " call", client.send(once));
    scan.failureOf(step + " user's call", user.send(once));
  }

  @Test
  void a_whole_life_shows_no_secret() {
    IpbxOptions options = world.options().setPassword(PASSWORD).setRetries(0);
    script.onApi(refusing(bearer -> bearer.contains("=1-")));
    IpbxClient client =
        world.keep(
            world
                .builder(options)
                .withTokenListener(
                    event -> {
                      scan.show("token events", event);
                      scan.showAll(event);
                      meters.onEvent(event);
                    })
                .withCallListener(
                    event -> {
                      scan.show("call events", event);
                      scan.showAll(event);
                      meters.onEvent(event);
                    })
                .build());
    Await.result(traces.asServer("/app", path -> client.send(IpbxRequest.get("/calls"))));
    show(client, options);
    Await.result(client.tokens().refresh());
    Await.result(client.impersonate(USER).send(IpbxRequest.get("/calls")));

    for (int status : new int[] {400, 403, 404, 429, 500, 503, 302}) {
      script.onApi(echo(status, ""));
      calls(client, "echoed " + status);
    }
    script.onApi(request -> Reply.cut());
    calls(client, "cut");
    for (Function<Request, Reply> garbled : garbled()) {
      script.onApi(garbled).onExchange(garbled);
      scan.failureOf("garbled", brief(client, IpbxRequest.get("/calls")));
      scan.failureOf("garbled", inNoTime(client.impersonate(USER).tokens().refresh()));
    }
    script.onExchange(request -> tokens());
    script.onApi(request -> Reply.never());
    scan.failureOf("silent", brief(client, IpbxRequest.get("/calls")));

    for (String error : List.of("", "invalid_grant", "access_denied", "invalid_scope")) {
      script.onRefresh(echo(400, error)).onPassword(echo(400, error));
      script.onExchange(echo(403, error));
      scan.failureOf("refresh " + error, client.tokens().refresh());
      scan.failureOf("exchange " + error, client.impersonate(USER).tokens().refresh());
    }
    Await.result(client.tokens().logout());
    script.onPassword(request -> Reply.of(200, "text/plain", "welcome " + request.body()));
    scan.failureOf("login", client.tokens().current());

    scan.showAll(client);
    Await.result(client.close());
    scan.failureOf("closed", client.send(IpbxRequest.get("/calls")));

    scan.show("meters", registry.getMetersAsString());
    scan.show("spans", traces.spans());
    assertThat(scan.shown().keySet())
        .as("what was looked at")
        .anyMatch(what -> what.startsWith("log of "))
        .contains("call events", "token events", "meters", "spans", "failure of echoed 500 call");
    assertThat(scan.shown().keySet())
        .as("whatever has a text of its own")
        .containsAll(
            SdkTypes.withText(List.of("io.ipbx.sdk", "io.ipbx.sdk.auth", "io.ipbx.sdk.auth.impl"))
                .stream()
                .map(type -> "text of " + type.getName())
                .filter(text -> NOT_MET.stream().noneMatch(text::endsWith))
                .toList());
    scan.findsNone(
        Stream.concat(
                Stream.of(PASSWORD),
                Stream.iterate(1, n -> n <= issued.get(), n -> n + 1)
                    .flatMap(n -> Stream.of(secret("access", n), secret("refresh", n))))
            .toList());
  }

  /** {@code request}, given a second that then passes. */
  private Future<?> brief(IpbxClient client, IpbxRequest request) {
    int calls = world.server().apiCalls().size();
    Future<?> answer = client.send(request.timeout(Duration.ofSeconds(1)));
    Await.until(() -> world.server().apiCalls().size() > calls, "the request is there");
    world.time().advance(Duration.ofSeconds(1));
    return answer;
  }

  /** Lets time pass until {@code future} has an end. */
  private Future<?> inNoTime(Future<?> future) {
    Await.until(
        () -> {
          world.time().advance(Duration.ofSeconds(1));
          return future.isComplete();
        },
        "the end");
    return future;
  }

  /** The token where the parser of HTTP stumbles over it. */
  private static List<Function<Request, Reply>> garbled() {
    return List.of(
        request -> Reply.raw(request.bearer() + " is no HTTP\r\n\r\n"),
        request -> Reply.raw("HTTP/1.1 2" + request.bearer() + " fine\r\n\r\n"),
        request -> Reply.raw("HTTP/1.1 200 Fine\r\n" + request.bearer() + ": 1\r\n\r\n"),
        request ->
            Reply.raw("HTTP/1.1 200 Fine\r\nContent-Length: " + request.bearer() + "\r\n\r\n"));
  }

  private static Function<Request, Reply> refusing(Predicate<String> bearer) {
    return request ->
        bearer.test(request.bearer())
            ? echo(401, "").apply(request)
            : Reply.of(200, "text/plain", "fine");
  }

  @Test
  void the_scan_finds_a_secret_in_each_of_its_forms() {
    String secret = secret("access", 1);
    byte[] around = ("Basic:" + secret + "!").getBytes(StandardCharsets.UTF_8);
    for (String leak :
        List.of(
            "it was " + secret,
            java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(around),
            Base64.getUrlEncoder().encodeToString(around))) {
      try (LeakScan leaky = new LeakScan()) {
        org.slf4j.LoggerFactory.getLogger("leaky").trace("said {}", leak);
        assertFound(leaky, secret);
      }
      try (LeakScan leaky = new LeakScan()) {
        java.util.logging.Logger.getLogger("leaky").log(Level.FINEST, "said {0}", leak);
        assertFound(leaky, secret);
      }
    }
  }

  private static void assertFound(LeakScan leaky, String secret) {
    assertThatThrownBy(() -> leaky.findsNone(List.of(secret)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("log of leaky");
  }
}

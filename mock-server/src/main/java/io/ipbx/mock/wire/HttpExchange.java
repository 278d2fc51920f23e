package io.ipbx.mock.wire;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on their way through the mock. It starts nameless; the part that
 * serves it says what it is ({@link #setEndpoint}, {@link #identify}), calls {@link #proceed}
 * before it does anything, and answers by {@link #end}. Belongs to the event loop of its request.
 */
public final class HttpExchange {

  /** The endpoint of what nobody serves. */
  public static final String UNKNOWN = "unknown";

  /** The outcome of what was done as asked. */
  public static final String OK = "ok";

  /** Of a name that somebody gives; nothing that keeps names has to look after their length. */
  private static final int LONGEST_IDENTITY = 256;

  private final HttpServerRequest request;
  private final Reception reception;
  private final long arrived;
  private final long started = System.nanoTime();
  private String endpoint = UNKNOWN;
  private @Nullable Buffer body;
  private @Nullable String grant;
  private @Nullable String identity;
  private @Nullable String client;
  private @Nullable String outcome;
  private List<String> faults = List.of();
  private WayOut wayOut = WayOut.WHOLE;
  private Witness.@Nullable Recording recording;
  private @Nullable Handler<HttpExchange> atEnd;
  private int status;
  private boolean ended;

  HttpExchange(HttpServerRequest request, Reception reception) {
    this.request = request;
    this.reception = reception;
    this.arrived = reception.clock().millis();
    // Called when the answer has been written, and when the connection is lost before that.
    request.response().endHandler(over -> conclude());
  }

  public HttpServerRequest request() {
    return request;
  }

  public HttpServerResponse response() {
    return request.response();
  }

  /** Whether others use its connection at the same time. */
  public boolean sharesConnection() {
    return request.version() == HttpVersion.HTTP_2;
  }

  /** When it came by the mock's clock, in milliseconds since the epoch. */
  public long arrived() {
    return arrived;
  }

  /** {@link System#nanoTime()} when it came. */
  public long started() {
    return started;
  }

  /** The {@code operationId} of the contract, or the auth server's name for what is asked. */
  public String endpoint() {
    return endpoint;
  }

  public HttpExchange setEndpoint(String name) {
    endpoint = name;
    return this;
  }

  /** What was sent; null when it was not read, or there is none. */
  public @Nullable Buffer body() {
    return body;
  }

  public HttpExchange setBody(@Nullable Buffer read) {
    body = read;
    return this;
  }

  /** The grant of a token request: its {@code grant_type}, {@code exchange} or {@code invalid}. */
  public @Nullable String grant() {
    return grant;
  }

  /** Whose request it is, as the counters name it; null when nobody said. */
  public @Nullable String identity() {
    return identity;
  }

  /** Says whose request it is; a name without end is cut. */
  public HttpExchange identify(@Nullable String grantName, @Nullable String whose) {
    grant = grantName;
    identity =
        whose == null || whose.length() <= LONGEST_IDENTITY
            ? whose
            : whose.substring(0, LONGEST_IDENTITY) + "…";
    return this;
  }

  /** The OAuth client that was named; null when none was. */
  public @Nullable String client() {
    return client;
  }

  public HttpExchange setClient(@Nullable String id) {
    client = id;
    return this;
  }

  /** What the mock did, whether the client learns of it or not: {@code ok} or an error's name. */
  public String outcome() {
    if (outcome != null) {
      return outcome;
    }
    return status == 0 ? "unanswered" : status < 400 ? OK : "status_" + status;
  }

  public HttpExchange setOutcome(String done) {
    outcome = done;
    return this;
  }

  /** The status of the answer; 0 while, or when, there is none. */
  public int status() {
    return status;
  }

  /** The ids of the faults that did something to this exchange, in order. */
  public List<String> faults() {
    return faults;
  }

  /** Says that a fault does something to this exchange. */
  public HttpExchange acted(String faultId) {
    faults = Stream.concat(faults.stream(), Stream.of(faultId)).toList();
    if (recording != null) {
      recording.acted(this);
    }
    return this;
  }

  /** From here on the answer leaves this way. */
  public HttpExchange setWayOut(WayOut way) {
    wayOut = way;
    return this;
  }

  /** Whether the answer leaves as it is; else {@link #end} has to be given the whole of it. */
  public boolean leavesWhole() {
    return wayOut == WayOut.WHOLE;
  }

  /** All that is known has been said: handles the request unless a fault is in the way. */
  public void proceed(Runnable handling) {
    recording = reception.witness().asked(this);
    reception.gate().pass(this, handling);
  }

  /** Keeps the exchange out of the journal: it belongs to the test and not to what is tested. */
  public HttpExchange unseen() {
    recording = Witness.Recording.NONE;
    return this;
  }

  /** Answers with {@code answer} after status and headers; all answers leave here. */
  public Future<Void> end(Buffer answer) {
    return wayOut.send(this, answer);
  }

  /** Answers with status and headers alone. */
  public Future<Void> end() {
    return end(Buffer.buffer());
  }

  /**
   * Sends the last of the answer; the exchange is over before it leaves.
   *
   * @param last empty when nothing is left, or there is no body
   */
  public Future<Void> finish(Buffer last) {
    conclude(response().getStatusCode());
    return last.length() == 0 ? response().end() : response().end(last);
  }

  /** Calls {@code handler} when the exchange is over: answered, or its connection lost. */
  public HttpExchange atEnd(Handler<HttpExchange> handler) {
    Handler<HttpExchange> before = atEnd;
    atEnd =
        before == null
            ? handler
            : exchange -> {
              before.handle(exchange);
              handler.handle(exchange);
            };
    return this;
  }

  /** The exchange is over with what has been sent of its answer; to be called as the other. */
  public void conclude() {
    conclude(response().headWritten() ? response().getStatusCode() : 0);
  }

  /**
   * The exchange is over with that status: to be called before the last of the answer leaves, so
   * that whoever has read it finds it in the journal. Only the first call counts, and what nobody
   * concludes is over when its connection is.
   *
   * @param answered 0 when there is no answer
   */
  public void conclude(int answered) {
    if (ended) {
      return;
    }
    ended = true;
    status = answered;
    if (recording == null) {
      recording = reception.witness().asked(this);
    }
    recording.ended(this);
    if (atEnd != null) {
      atEnd.handle(this);
    }
  }
}

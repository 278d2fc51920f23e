package io.ipbx.sdk.testing;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A raw server on loopback that answers as a script says, byte for byte, and remembers what it was
 * asked and how much of that at once. Speaks just enough HTTP to read a request.
 */
public final class ScriptedServer implements AutoCloseable {

  private final NetServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger grantsInFlight = new AtomicInteger();
  private final AtomicInteger grantsPeak = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Function<Request, Reply> script;

  public ScriptedServer(Vertx vertx, Function<Request, Reply> script) {
    this.script = script;
    this.server =
        Await.result(vertx.createNetServer().connectHandler(this::accept).listen(0, "127.0.0.1"));
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  public void follow(Function<Request, Reply> next) {
    script = next;
  }

  public List<Request> requests() {
    return requests;
  }

  public List<Request> requests(Predicate<Request> which) {
    return requests.stream().filter(which).toList();
  }

  public List<Request> grants(String type) {
    return requests(request -> request.isGrant(type));
  }

  /** All requests for a token: grants and exchanges. */
  public List<Request> tokenRequests() {
    return requests(request -> !request.isApi());
  }

  public List<Request> apiCalls() {
    return requests(Request::isApi);
  }

  /** The most requests for a token that were unanswered at the same time. */
  public int peakOfTokenRequests() {
    return grantsPeak.get();
  }

  public int openConnections() {
    return connections.get();
  }

  private void accept(NetSocket socket) {
    connections.incrementAndGet();
    socket.closeHandler(end -> connections.decrementAndGet());
    StringBuilder received = new StringBuilder();
    socket.handler(
        bytes -> {
          received.append(bytes.toString(StandardCharsets.ISO_8859_1));
          readAll(socket, received);
        });
  }

  private void readAll(NetSocket socket, StringBuilder received) {
    int end = received.indexOf("\r\n\r\n");
    while (end >= 0) {
      String head = received.substring(0, end);
      int length = contentLength(head);
      if (received.length() < end + 4 + length) {
        return;
      }
      String body = received.substring(end + 4, end + 4 + length);
      received.delete(0, end + 4 + length);
      answer(socket, Request.parse(requests.size(), head, body));
      end = received.indexOf("\r\n\r\n");
    }
  }

  private static int contentLength(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private void answer(NetSocket socket, Request request) {
    requests.add(request);
    if (!request.isApi()) {
      grantsPeak.accumulateAndGet(grantsInFlight.incrementAndGet(), Math::max);
    }
    Reply reply = script.apply(request);
    reply.after().onComplete(ready -> write(socket, request, reply));
  }

  private void write(NetSocket socket, Request request, Reply reply) {
    if (!request.isApi()) {
      grantsInFlight.decrementAndGet();
    }
    if (reply.bytes().length() > 0) {
      socket.write(reply.bytes()).onComplete(written -> cut(socket, reply));
    } else {
      cut(socket, reply);
    }
  }

  private static void cut(NetSocket socket, Reply reply) {
    if (reply.thenCut()) {
      socket.close();
    }
  }

  @Override
  public void close() {
    Await.result(server.close());
  }
}

package io.ipbx.mock.documentation;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium with one page, told what to do over its debugging socket. */
final class Browser implements AutoCloseable {

  private static final String LISTENING = "DevTools listening on ws://";
  private static final long PATIENCE_SECONDS = 30;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final CompletableFuture<JsonObject> loaded = new CompletableFuture<>();
  private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();

  Browser(Path profile) throws Exception {
    process =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=1280,1300",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(page(debuggingHost())), new Answers())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private String debuggingHost() throws IOException {
    BufferedReader said = process.errorReader();
    String line = said.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IOException("chromium did not start");
    }
    return line.substring(LISTENING.length(), line.indexOf('/', LISTENING.length()));
  }

  private String page(String host) throws Exception {
    HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + host + "/json/list")).build();
    JsonArray targets = new JsonArray(http.send(list, HttpResponse.BodyHandlers.ofString()).body());
    return targets.getJsonObject(0).getString("webSocketDebuggerUrl");
  }

  private JsonObject command(String method, JsonObject params) throws Exception {
    int id = number.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    asked.put(id, answer);
    JsonObject command = new JsonObject().put("id", id).put("method", method).put("params", params);
    socket.sendText(command.encode(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonObject answered = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answered.containsKey("error")) {
      throw new IOException(method + ": " + answered.getJsonObject("error").encode());
    }
    return answered.getJsonObject("result");
  }

  /** Goes to that page, once, and waits until it is loaded. */
  void open(String url) throws Exception {
    command("Page.enable", new JsonObject());
    command("Page.navigate", new JsonObject().put("url", url));
    loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What {@code expression} comes to in the page; a promise is waited for. */
  Object evaluate(String expression) throws Exception {
    JsonObject result =
        command(
            "Runtime.evaluate",
            new JsonObject()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.containsKey("exceptionDetails")) {
      throw new AssertionError(result.getJsonObject("exceptionDetails").encodePrettily());
    }
    return result.getJsonObject("result").getValue("value");
  }

  /** Waits until {@code condition} holds in the page, and gives its value. */
  Object await(String condition) throws Exception {
    return evaluate(
        """
        new Promise((good, bad) => {
          const until = Date.now() + 20000;
          const look = () => {
            let value;
            try { value = %1$s; } catch (early) { value = null; }
            if (value) { good(value); }
            else if (Date.now() > until) { bad(new Error(`never came true: ${%2$s}`)); }
            else { setTimeout(look, 20); }
          };
          look();
        })\
        """
            .formatted(condition, new JsonArray().add(condition).encode() + "[0]"));
  }

  void click(String selector) throws Exception {
    await("!!document.querySelector(`" + selector + "`)");
    evaluate("document.querySelector(`" + selector + "`).click()");
  }

  void screenshot(Path file) throws Exception {
    String png = command("Page.captureScreenshot", new JsonObject()).getString("data");
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(png));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private final class Answers implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonObject message = new JsonObject(text.toString());
        text.setLength(0);
        if (message.containsKey("id")) {
          requireNonNull(asked.remove(message.getInteger("id"))).complete(message);
        } else if (message.getString("method").equals("Page.loadEventFired")) {
          loaded.complete(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}

package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program of its own, to be run with a small heap: streams the whole call history and fetches a
 * long recording, then prints how many calls there were.
 */
final class SmallHeap {

  private SmallHeap() {}

  /**
   * Runs in a process of its own, whose heap is small.
   *
   * @param arguments the address of the server, the file to write
   */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    IpbxClient client =
        IpbxClient.create(
            vertx,
            new IpbxOptions()
                .setAuthUrl(arguments[0])
                .setApiUrl(arguments[0])
                .setUsername("access@example.com")
                .setPassword("Passw0rd.2026"));
    AtomicLong calls = new AtomicLong();
    Promise<Void> end = Promise.promise();
    client.calls().stream(new CallQuery().setPageSize(CallQuery.MAX_PAGE_SIZE))
        .exceptionHandler(end::fail)
        .endHandler(end::complete)
        .handler(call -> calls.incrementAndGet());
    end.future()
        .compose(
            streamed ->
                client.recordings().get("long.mp3").toFile(vertx.fileSystem(), arguments[1]))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    System.out.println("calls " + calls);
    Await.result(client.close());
    Await.result(vertx.close());
  }
}

package io.ipbx.mock.journal;

import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal keeps a request until a newer one takes its place: in the same few bytes over
 * and over, so that load leaves nothing behind for the garbage collector to move. It is kept as it
 * came; it is masked and given its form when somebody asks for it, which for most is never.
 */
final class Slot {

  private static final int LONGEST_BODY = 4 * 1024;

  /** What is asked for at once, so that requests of about one length fit into the same bytes. */
  private static final int STEP = 256;

  private long place;
  private @Nullable RecordedRequest known;
  private byte[] bytes = {};
  private int headLength;
  private int keptLength;
  private int bodyLength;
  private long arrived;
  private long began;
  private String endpoint = HttpExchange.UNKNOWN;
  private @Nullable String grant;
  private @Nullable String identity;
  private @Nullable String client;
  private List<String> faults = List.of();
  private int status;
  private String outcome = RecordedRequest.PENDING;
  private long ended;

  /** Keeps {@code exchange} at {@code wanted}, unless something newer is here. */
  synchronized void keep(long wanted, HttpExchange exchange) {
    if (place < wanted) {
      place = wanted;
      known = null;
      arrived = exchange.arrived();
      began = exchange.started();
      endpoint = exchange.endpoint();
      grant = exchange.grant();
      identity = exchange.identity();
      client = exchange.client();
      faults = exchange.faults();
      status = 0;
      outcome = RecordedRequest.PENDING;
      keep(Head.write(exchange.request()).getBytes(StandardCharsets.UTF_8), exchange.body());
    }
  }

  private void keep(byte[] head, @Nullable Buffer body) {
    headLength = head.length;
    bodyLength = body == null ? 0 : body.length();
    keptLength = Math.min(bodyLength, LONGEST_BODY);
    int length = headLength + keptLength;
    // One long request is no reason to keep room for another.
    if (length > bytes.length || length < bytes.length / 4) {
      bytes = new byte[(length / STEP + 1) * STEP];
    }
    System.arraycopy(head, 0, bytes, 0, headLength);
    if (body != null) {
      body.getBytes(0, keptLength, bytes, headLength);
    }
  }

  /** Keeps a request that is known as it will be shown. */
  synchronized void keep(long wanted, RecordedRequest request) {
    if (place < wanted) {
      place = wanted;
      known = request;
    }
  }

  synchronized void acted(long of, List<String> acting) {
    if (place == of) {
      faults = acting;
    }
  }

  synchronized void ended(long of, int answered, String done) {
    if (place == of) {
      status = answered;
      outcome = done;
      ended = System.nanoTime();
    }
  }

  /** Whether the request at {@code of} is kept here. */
  synchronized boolean keeps(long of) {
    return place == of;
  }

  /**
   * What a test may see of the request at {@code of}; null when it is not kept here.
   *
   * @param origin {@link System#nanoTime()} when the journal was made
   */
  synchronized @Nullable RecordedRequest shown(long of, long origin) {
    return place != of ? null : known != null ? known : shown(origin);
  }

  private RecordedRequest shown(long origin) {
    Head asked = Head.read(new String(bytes, 0, headLength, StandardCharsets.UTF_8));
    byte[] body = Arrays.copyOfRange(bytes, headLength, headLength + keptLength);
    boolean pending = outcome.equals(RecordedRequest.PENDING);
    return new RecordedRequest(
        place,
        Instant.ofEpochMilli(arrived),
        Duration.ofNanos(began - origin),
        pending ? null : Duration.ofNanos(ended - began),
        asked.method(),
        Masks.tokens(asked.path()),
        asked.query() == null ? null : Masks.form(asked.query()),
        asked.maskedHeaders(),
        bodyLength == 0 ? null : Masks.body(body, bodyLength),
        bodyLength,
        endpoint,
        grant,
        identity,
        client,
        status,
        outcome,
        faults);
  }
}

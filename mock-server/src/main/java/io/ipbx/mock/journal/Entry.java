package io.ipbx.mock.journal;

import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.Witness;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one exchange, in few objects and as it came: it is masked and given its form when
 * somebody asks for it, which for most is never.
 */
final class Entry implements Witness.Recording, RequestJournal.Kept {

  private static final int LONGEST_BODY = 4 * 1024;
  private static final byte[] NO_BODY = {};

  /** How it ended. */
  private record End(int status, String outcome, long nanos) {}

  private final Consumer<Entry> over;
  private final long arrived;
  private final long began;
  private final String head;
  private final byte[] body;
  private final int bodyLength;
  private final String endpoint;
  private final @Nullable String grant;
  private final @Nullable String identity;
  private final @Nullable String client;
  private volatile List<String> faults;
  private long sequence;
  private volatile @Nullable End end;

  Entry(HttpExchange exchange, Consumer<Entry> over) {
    this.over = over;
    this.arrived = exchange.arrived();
    this.began = exchange.started();
    this.head = Head.write(exchange.request());
    Buffer sent = exchange.body();
    this.bodyLength = sent == null ? 0 : sent.length();
    this.body =
        sent == null || bodyLength == 0
            ? NO_BODY
            : sent.getBytes(0, Math.min(bodyLength, LONGEST_BODY));
    this.endpoint = exchange.endpoint();
    this.grant = exchange.grant();
    this.identity = exchange.identity();
    this.client = exchange.client();
    this.faults = exchange.faults();
  }

  /** Its place in the journal, known once it has been put there. */
  void setSequence(long place) {
    sequence = place;
  }

  long sequence() {
    return sequence;
  }

  String endpoint() {
    return endpoint;
  }

  @Override
  public void acted(HttpExchange exchange) {
    faults = exchange.faults();
  }

  @Override
  public void ended(HttpExchange exchange) {
    end = new End(exchange.status(), exchange.outcome(), System.nanoTime());
    over.accept(this);
  }

  @Override
  public RecordedRequest shown(long sequence, long origin) {
    End known = end;
    Head asked = Head.read(head);
    return new RecordedRequest(
        sequence,
        Instant.ofEpochMilli(arrived),
        Duration.ofNanos(began - origin),
        known == null ? null : Duration.ofNanos(known.nanos() - began),
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
        known == null ? 0 : known.status(),
        known == null ? RecordedRequest.PENDING : known.outcome(),
        faults);
  }
}

package io.ipbx.mock.pbx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;

/** The page of the history that a request asks for. */
record CallPage(ApiRequest request, ZoneId zone, Slice slice, Recordings recordings) {

  private static final JsonFactory JSON = new JsonFactory();

  /** A little more than most calls take, so that the bytes of a page need not be moved. */
  private static final int BYTES_OF_A_CALL = 720;

  private static final int BYTES_BESIDES = 1_024;

  /** The page as JSON, written straight into the answer so that a long one is never there twice. */
  Buffer of(Selection.Found found) {
    Buffer json = Buffer.buffer(found.calls().size() * BYTES_OF_A_CALL + BYTES_BESIDES);
    try (JsonGenerator out = JSON.createGenerator(new Tail(json))) {
      write(found, out);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return json;
  }

  /** Appends what is written to a buffer. */
  private static final class Tail extends OutputStream {

    private final Buffer buffer;

    Tail(Buffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public void write(int one) {
      buffer.appendByte((byte) one);
    }

    @Override
    public void write(byte[] many, int from, int count) {
      buffer.appendBytes(many, from, count);
    }
  }

  private void write(Selection.Found found, JsonGenerator out) throws IOException {
    boolean metadata = Boolean.TRUE.equals(request.flag("metadata"));
    CallJson json = new CallJson(out, recordings, zone, metadata);
    out.writeStartObject();
    out.writeArrayFieldStart("items");
    for (PastCall call : found.calls()) {
      json.write(call);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("links");
    for (Map.Entry<String, String> link : Links.of(request, slice, found.total()).entrySet()) {
      out.writeStartObject();
      out.writeStringField("rel", link.getKey());
      out.writeStringField("href", link.getValue());
      out.writeStringField("method", "GET");
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeNumberField("currentPage", slice.page());
    out.writeNumberField("totalPages", slice.pages(found.total()));
    out.writeNumberField("totalResults", found.total());
    out.writeEndObject();
  }
}

package io.ipbx.mock.pbx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;

/** The page of the history that a request asks for. */
record CallPage(ApiRequest request, ZoneId zone, Slice slice, Recordings recordings) {

  private static final JsonFactory JSON = new JsonFactory();

  /** The page as JSON, written straight into bytes so that a long one is never there twice. */
  Buffer of(Selection.Found found) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator out = JSON.createGenerator(bytes)) {
      write(found, out);
      out.flush();
      return Buffer.buffer(bytes.toByteArray());
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
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

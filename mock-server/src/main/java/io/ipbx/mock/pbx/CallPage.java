package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.List;

/** The page of the history that a request asks for. */
record CallPage(ApiRequest request, ZoneId zone, Slice slice, Recordings recordings) {

  JsonObject of(Selection.Found found) {
    boolean metadata = Boolean.TRUE.equals(request.flag("metadata"));
    JsonArray links = new JsonArray();
    Links.of(request, slice, found.total())
        .forEach(
            (rel, href) ->
                links.add(new JsonObject().put("rel", rel).put("href", href).put("method", "GET")));
    return new JsonObject()
        .put("items", new Items(found.calls(), new CallJson(recordings, zone, metadata)))
        .put("links", links)
        .put("currentPage", slice.page())
        .put("totalPages", slice.pages(found.total()))
        .put("totalResults", found.total());
  }

  /** Made one by one while they are written, so that a long page is never there twice. */
  private static final class Items extends AbstractList<JsonObject> {

    private final List<PastCall> calls;
    private final CallJson json;

    Items(List<PastCall> calls, CallJson json) {
      this.calls = calls;
      this.json = json;
    }

    @Override
    public JsonObject get(int place) {
      return json.of(calls.get(place));
    }

    @Override
    public int size() {
      return calls.size();
    }
  }
}

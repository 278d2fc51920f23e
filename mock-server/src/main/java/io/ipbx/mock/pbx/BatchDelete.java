package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /recordings/batch-delete}: whatever is named in any of the three ways. A recording is
 * gone in all its forms.
 */
record BatchDelete(World world) implements Function<ApiRequest, Object> {

  @Override
  public JsonObject apply(ApiRequest request) {
    world.asker(request).switchboard();
    JsonObject wanted = request.bodyIfAny();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "fileNames, callIds and userFilter are missing: it takes one of them");
    }
    Deletion deletion = new Deletion(world, request);
    texts(wanted.getJsonArray("fileNames")).forEach(deletion::file);
    texts(wanted.getJsonArray("callIds")).forEach(deletion::call);
    JsonObject filter = wanted.getJsonObject("userFilter");
    if (filter != null) {
      deletion.period(
          texts(filter.getJsonArray("extensions")),
          moment(filter, "startTime"),
          moment(filter, "endTime"));
    }
    return deletion.carryOut();
  }

  private static List<String> texts(@Nullable JsonArray given) {
    return given == null ? List.of() : given.stream().map(String::valueOf).toList();
  }

  private static @Nullable Instant moment(JsonObject filter, String name) {
    return ApiRequest.moment(name, filter.getString(name), BusinessDays.ZONE);
  }

  /** What is to be deleted, by the name under which it was asked for, and what cannot be. */
  private record Deletion(
      World world, ApiRequest request, Map<String, PastCall> found, JsonArray errors) {

    Deletion(World world, ApiRequest request) {
      this(world, request, new LinkedHashMap<>(), new JsonArray());
    }

    void file(String name) {
      RecordingFile file = RecordingFile.find(world, name);
      if (file != null && world.asker(request).maySee(file.call())) {
        found.put(name, file.call());
      } else {
        error(name, "there is no recording '" + name + "'");
      }
    }

    void call(String callId) {
      try {
        List<PastCall> legs =
            world.asker(request).legs(callId).stream().filter(world.recordings()::isKept).toList();
        legs.forEach(leg -> found.put(leg.recording(), leg));
        if (legs.isEmpty()) {
          error(callId, "the call has no recording");
        }
      } catch (NotFoundException unknown) {
        error(callId, String.valueOf(unknown.getMessage()));
      }
    }

    void period(List<String> extensions, @Nullable Instant from, @Nullable Instant to) {
      Instant end = to == null ? world.now() : to;
      Instant begin = from == null ? BusinessDays.midnight(BusinessDays.dateOf(end)) : from;
      world
          .history()
          .between(begin, end)
          .filter(call -> extensions.isEmpty() || extensions.contains(call.extension()))
          .filter(world.recordings()::isKept)
          .filter(world.asker(request).sight())
          .forEach(call -> found.put(call.recording(), call));
    }

    private void error(String file, String message) {
      errors.add(new JsonObject().put("file", file).put("message", message));
    }

    JsonObject carryOut() {
      world.recordings().delete(found.values());
      JsonArray deleted = new JsonArray();
      found.keySet().forEach(deleted::add);
      return new JsonObject().put("deleted", deleted).put("errors", errors);
    }
  }
}

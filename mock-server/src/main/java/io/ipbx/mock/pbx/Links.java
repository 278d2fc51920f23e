package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways on from a page: where to find the others, by their relation. */
final class Links {

  private Links() {}

  static Map<String, String> of(ApiRequest request, Slice slice, int total) {
    Map<String, String> links = new LinkedHashMap<>();
    int last = Math.max(1, slice.pages(total));
    if (slice.page() < last) {
      links.put("next", page(request, slice, slice.page() + 1));
    }
    if (slice.page() > 1) {
      links.put("prev", page(request, slice, Math.min(last, slice.page() - 1)));
    }
    links.put("last", page(request, slice, last));
    return links;
  }

  /** The same request but for the page. */
  private static String page(ApiRequest request, Slice slice, int page) {
    String query = request.exchange().request().query();
    Stream<String> others =
        Arrays.stream((query == null ? "" : query).split("&", -1))
            .filter(
                each ->
                    !each.isEmpty() && !each.startsWith("page=") && !each.startsWith("pageSize="));
    return request.path()
        + Stream.concat(others, Stream.of("page=" + page, "pageSize=" + slice.pageSize()))
            .collect(Collectors.joining("&", "?", ""));
  }
}

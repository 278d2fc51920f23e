package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Remarks;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Calls by the ids of their categories: of each inner list one is enough, and all inner lists must
 * be met. A plain number stands for a list of itself.
 */
final class CategoryFilter implements Predicate<PastCall> {

  private final List<Set<Integer>> wanted;

  CategoryFilter(List<String> given) {
    try {
      this.wanted = given.stream().map(CategoryFilter::alternatives).toList();
    } catch (DecodeException wrong) {
      throw new IllegalArgumentException(
          "categories '" + given + "' are no lists of ids, such as [[1,2],[5]]", wrong);
    }
  }

  private static Set<Integer> alternatives(String given) {
    Object read = Json.decodeValue(given);
    JsonArray ids = read instanceof JsonArray inner ? inner : new JsonArray().add(read);
    return ids.stream().map(CategoryFilter::id).collect(Collectors.toSet());
  }

  private static Integer id(Object given) {
    if (given instanceof Integer id) {
      return id;
    }
    throw new DecodeException("no id: " + given);
  }

  @Override
  public boolean test(PastCall call) {
    List<Integer> ids = Remarks.ids(call);
    return wanted.stream().allMatch(alternatives -> ids.stream().anyMatch(alternatives::contains));
  }
}

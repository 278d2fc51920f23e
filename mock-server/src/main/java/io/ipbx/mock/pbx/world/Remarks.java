package io.ipbx.mock.pbx.world;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What agents have said of a call: categories, and now and then a note. */
public final class Remarks {

  private static final List<String> CATEGORIES =
      List.of("order", "complaint", "question", "refund", "invoice");
  private static final List<String> NOTES =
      List.of("wants to be called again", "sends the papers by post", "asks for a refund");
  private static final long SALT = 0x5DEECE66DL;

  private Remarks() {}

  /** The ids of its categories, from 1; none for a call in which nothing was said. */
  public static List<Integer> ids(PastCall call) {
    int draw = draw(call);
    return call.isAnswered()
        ? IntStream.of(draw % 8, draw / 8 % 16)
            .filter(place -> place < CATEGORIES.size())
            .distinct()
            .mapToObj(place -> place + 1)
            .toList()
        : List.of();
  }

  /** The names of its categories. */
  public static List<String> names(PastCall call) {
    return ids(call).stream().map(id -> CATEGORIES.get(id - 1)).toList();
  }

  /** Null for most. */
  public static @Nullable String note(PastCall call) {
    int place = draw(call) / 128 % 10;
    return call.isAnswered() && place < NOTES.size() ? NOTES.get(place) : null;
  }

  /** What the customer gave, from 1 to 5; null for most, who gave none. */
  public static @Nullable Integer rating(PastCall call) {
    int place = draw(call) / 2_048 % 20;
    return call.isAnswered() && call.isFromQueue() && place < 4 ? 5 - place : null;
  }

  private static int draw(PastCall call) {
    return (int) (Chance.unit(SALT, call.number()) * (1 << 20));
  }
}

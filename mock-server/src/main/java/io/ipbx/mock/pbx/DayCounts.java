package io.ipbx.mock.pbx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * How many things the days of the seed have: counted once for each question, so that a page is
 * found without looking at what comes before it. The questions asked last are remembered.
 */
final class DayCounts {

  private static final int REMEMBERED_QUESTIONS = 16;

  private final Map<Object, Answers> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Answers> eldest) {
          return size() > REMEMBERED_QUESTIONS;
        }
      };

  /** What is known about {@code question}, which is equal to another with the same answers. */
  synchronized Answers about(Object question) {
    return answers.computeIfAbsent(question, each -> new Answers(new ConcurrentHashMap<>()));
  }

  /** The answers to a question, by the place of the day. */
  record Answers(Map<Integer, Integer> counts) {

    /** The count of that day, by {@code count} if it is not known. */
    int of(int day, IntSupplier count) {
      return counts.computeIfAbsent(day, each -> count.getAsInt());
    }
  }
}

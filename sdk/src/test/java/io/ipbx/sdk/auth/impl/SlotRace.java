package io.ipbx.sdk.auth.impl;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * Calls of {@link SlotOperations}, such as {@code land 1 2}, that race.
 *
 * @param before made one after the other
 * @param threads made by a thread each, in turn
 * @param after made when those are over, to see what is left
 */
record SlotRace(String name, List<String> before, List<List<String>> threads, List<String> after) {

  ExecutionScenario scenario() {
    return new ExecutionScenario(
        actors(before), threads.stream().map(SlotRace::actors).toList(), actors(after), null);
  }

  private static List<Actor> actors(List<String> calls) {
    return calls.stream().map(SlotRace::actor).toList();
  }

  private static Actor actor(String call) {
    String[] words = call.split(" ");
    Method method =
        Stream.of(SlotOperations.class.getMethods())
            .filter(operation -> operation.getName().equals(words[0]))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no operation " + words[0]));
    return new Actor(method, Arrays.stream(words).skip(1).<Object>map(SlotRace::argument).toList());
  }

  private static Object argument(String word) {
    return word.equals("true") || word.equals("false")
        ? Boolean.valueOf(word)
        : Integer.valueOf(word);
  }

  @Override
  public String toString() {
    return name;
  }
}

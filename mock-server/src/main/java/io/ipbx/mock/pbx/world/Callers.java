package io.ipbx.mock.pbx.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Those on the outside who call, and are called. Each is made when first met. */
final class Callers {

  private static final int COUNT = 500;
  private static final int REGULARS = 60;
  private static final int FIRST_NUMBER = 601_000_000;
  private static final int BETWEEN_NUMBERS = 7_919;

  private static final List<String> FIRST_NAMES =
      List.of("Jana", "Petr", "Eva", "Tomáš", "Lucie", "Martin", "Alena", "Jiří", "Věra", "Karel");
  private static final List<String> LAST_NAMES =
      List.of(
          "Novotná", "Černý", "Malá", "Fiala", "Benešová", "Urban", "Říhová", "Kolář", "Krátká");
  private static final List<String> TRADES =
      List.of("Stavby", "Pekárna", "Autoservis", "Lékárna", "Tiskárna", "Zahrady", "Doprava");
  private static final List<String> PLACES =
      List.of("Vltava", "Morava", "Sázava", "Otava", "Berounka");

  private final long seed;
  private final AtomicReferenceArray<Caller> met = new AtomicReferenceArray<>(COUNT);

  Callers(long seed) {
    this.seed = seed;
  }

  /** One at random; a few call far more often than the rest. */
  Caller any(SplittableRandom random) {
    return caller(random.nextInt(random.nextInt(3) == 0 ? REGULARS : COUNT));
  }

  private Caller caller(int place) {
    Caller known = met.get(place);
    if (known == null) {
      known = make(place);
      met.set(place, known);
    }
    return known;
  }

  private Caller make(int place) {
    SplittableRandom random = new SplittableRandom(seed * 31 + place);
    int kind = random.nextInt(10);
    String person = kind < 7 ? pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random) : "";
    String organization = kind < 4 ? pick(TRADES, random) + " " + pick(PLACES, random) : "";
    return new Caller("+420" + (FIRST_NUMBER + place * BETWEEN_NUMBERS), organization, person);
  }

  private static String pick(List<String> names, SplittableRandom random) {
    return names.get(random.nextInt(names.size()));
  }
}

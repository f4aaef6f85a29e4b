package dev.sanguine.testkit;

import dev.sanguine.env.Seq;

/** Schedules that go wrong: the first of many, the shortest that still does, and that one as a test. */
public final class Schedules {
  private Schedules() {}

  /** The first seed from 1 on whose schedule of these words goes wrong; null if none of that many does. */
  public static Integer firstFailure(int seeds, int steps, String... words) {
    Words spoken = Words.with(words);
    for (int seed = 1; seed <= seeds; seed++) {
      if (Simulation.play(Simulation.schedule(seed, steps, spoken)) != null) {
        return seed;
      }
    }
    return null;
  }

  /** The shortest schedule that is found to go wrong as that seed's does, as a JUnit test. */
  public static String foundTest(int seed, int steps, String... words) {
    return foundTest(Simulation.schedule(seed, steps, Words.with(words)));
  }

  /** The shortest schedule that is found to go wrong as this one does, as a JUnit test. */
  public static String foundTest(Seq<Integer> schedule) {
    return asTest(shrink(schedule));
  }

  /** The schedule as a JUnit test that fails while it goes wrong, with what happens in it. */
  public static String asTest(Seq<Integer> schedule) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < schedule.size(); i++) {
      numbers
          .append(i == 0 ? "" : i % Simulation.WIDTH == 0 ? ",\n        " : ", ")
          .append(schedule.get(i));
    }
    return "package dev.sanguine.testkit;\n\n"
        + "import static org.junit.Assert.assertNull;\n\n"
        + "import dev.sanguine.env.Seq;\n"
        + "import org.junit.Test;\n\n"
        + "/*\n" + Simulation.trace(schedule).replace("*/", "* /") + " */\n"
        + "public class FoundScheduleTest {\n"
        + "  @Test\n"
        + "  public void itIsRight() {\n"
        + "    assertNull(Simulation.play(Seq.<Integer>of(\n        " + numbers + ")));\n"
        + "  }\n"
        + "}\n";
  }

  /** The shortest schedule that is found to go wrong in that way still: without steps and traits, with numbers made zero. */
  public static Seq<Integer> shrink(Seq<Integer> failing) {
    String kind = kindOf(Simulation.play(failing));
    Seq<Integer> best = failing;
    for (boolean shorter = true; shorter; ) {
      shorter = false;
      for (int at = best.size() / Simulation.WIDTH - 1; at > 0; at--) {
        Seq<Integer> without = best.copy();
        for (int i = 0; i < Simulation.WIDTH; i++) {
          without.removeAt(at * Simulation.WIDTH);
        }
        if (fails(without, kind)) {
          best = without;
          shorter = true;
        }
      }
    }
    for (int at = 0; at < best.size(); at++) {
      int part = at % Simulation.WIDTH;
      if (part == Simulation.TRAITS) {
        best = withFewerBits(best, at, kind);
      } else if (part != Simulation.STEP) {
        best = withNumber(best, at, 0, kind);
      }
    }
    return best;
  }

  private static Seq<Integer> withFewerBits(Seq<Integer> failing, int at, String kind) {
    Seq<Integer> best = failing;
    for (int bit = 1; bit <= failing.get(at); bit <<= 1) {
      if ((best.get(at) & bit) != 0) {
        best = withNumber(best, at, best.get(at) & ~bit, kind);
      }
    }
    return best;
  }

  private static Seq<Integer> withNumber(Seq<Integer> best, int at, int number, String kind) {
    Seq<Integer> plainer = best.copy();
    plainer.set(at, number);
    return best.get(at) != number && fails(plainer, kind) ? plainer : best;
  }

  private static boolean fails(Seq<Integer> schedule, String kind) {
    return kind.equals(kindOf(Simulation.play(schedule)));
  }

  /** What a verdict says, whoever is meant and whatever is shown: its words without its numbers, up to the first colon. */
  private static String kindOf(String verdict) {
    StringBuilder kind = new StringBuilder();
    boolean isWord = true;
    for (int i = 0; verdict != null && i < verdict.length() && verdict.charAt(i) != ':'; i++) {
      char letter = verdict.charAt(i);
      boolean isLetter =
          letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter == ' ';
      isWord = letter == ' ' || isWord && isLetter;
      if (isLetter && isWord && !isName(verdict, i)) {
        kind.append(letter);
      }
    }
    return kind.toString();
  }

  /** The letter is a client's name, alone or before a number. */
  private static boolean isName(String text, int at) {
    boolean begins = at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\'';
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return begins && (next < 'a' || next > 'z') && (next < 'A' || next > 'Z');
  }
}

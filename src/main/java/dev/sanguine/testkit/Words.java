package dev.sanguine.testkit;

/** How often each step, trait and circumstance occurs in the schedules that are drawn. */
public final class Words {
  /** All of them, as often as they say themselves. */
  public static final Words ALL = new Words();

  private final int[] steps = new int[Step.ALL.length];
  private final int[] traits = new int[Trait.ALL.length];
  private final int[] circumstances = new int[Circumstance.ALL.length];
  private int total;

  private Words() {
    for (Step step : Step.ALL) {
      steps[step.ordinal()] = step.weight;
    }
    for (Trait trait : Trait.ALL) {
      traits[trait.ordinal()] = trait.oneIn;
    }
    for (Circumstance circumstance : Circumstance.ALL) {
      circumstances[circumstance.ordinal()] = circumstance.oneIn;
    }
    add();
  }

  /** All of them, with other numbers for some: {@code LOG_OUT=5}. */
  public static Words with(String... changes) {
    Words words = new Words();
    for (String change : changes) {
      int at = change.indexOf('=');
      words.set(change.substring(0, at), Integer.parseInt(change.substring(at + 1)));
    }
    words.add();
    return words;
  }

  private void set(String name, int number) {
    for (Step step : Step.ALL) {
      if (step.name().equals(name)) {
        steps[step.ordinal()] = number;
        return;
      }
    }
    for (Trait trait : Trait.ALL) {
      if (trait.name().equals(name)) {
        traits[trait.ordinal()] = number;
        return;
      }
    }
    for (Circumstance circumstance : Circumstance.ALL) {
      if (circumstance.name().equals(name)) {
        circumstances[circumstance.ordinal()] = number;
        return;
      }
    }
    throw new IllegalArgumentException(name + " is no word of the simulation");
  }

  private void add() {
    total = 0;
    for (int weight : steps) {
      total += weight;
    }
  }

  /** The number of the step that is drawn. */
  int step(SeededRandom random) {
    int drawn = random.below(total);
    int step = 0;
    while (drawn >= steps[step]) {
      drawn -= steps[step++];
    }
    return step;
  }

  /** The traits that are drawn, as bits. */
  int traits(SeededRandom random) {
    return bits(traits, random);
  }

  /** The circumstances that are drawn, as bits. */
  int circumstances(SeededRandom random) {
    return bits(circumstances, random);
  }

  private static int bits(int[] chances, SeededRandom random) {
    int bits = 0;
    for (int i = 0; i < chances.length; i++) {
      if (chances[i] > 0 && random.below(chances[i]) == 0) {
        bits |= 1 << i;
      }
    }
    return bits;
  }
}

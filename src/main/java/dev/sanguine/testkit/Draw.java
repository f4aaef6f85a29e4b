package dev.sanguine.testkit;

/** Small numbers out of the large ones of a step. Of numbers that are all 0 it draws the plainest there is. */
final class Draw {
  static final int BOUND = 1_000_000;

  private final int bits;
  private final int[] numbers;
  private int at;
  /** How much can still be drawn from the number in turn. */
  private int room = BOUND;

  private int rest;

  Draw(int bits, int... numbers) {
    this.bits = bits;
    this.numbers = numbers;
    rest = numbers[0];
  }

  /** From 0 to {@code bound - 1}; 0 if all is drawn. */
  int below(int bound) {
    if (room < bound) {
      room = ++at < numbers.length ? BOUND : Integer.MAX_VALUE;
      rest = at < numbers.length ? numbers[at] : 0;
    }
    int drawn = rest % bound;
    rest /= bound;
    room /= bound;
    return drawn;
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  boolean is(Trait trait) {
    return (bits & trait.bit()) != 0;
  }

  boolean is(Circumstance circumstance) {
    return (bits & circumstance.bit()) != 0;
  }
}

package dev.sanguine.testkit;

/** Small numbers out of a large one. */
final class Draw {
  private int rest;

  Draw(int number) {
    rest = number;
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    int drawn = rest % bound;
    rest = rest / bound;
    return drawn;
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return below(times) == 0;
  }
}

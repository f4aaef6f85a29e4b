package dev.sanguine.testkit;

/** Random numbers that a seed fixes, the same on every runtime: 32-bit arithmetic only (the mulberry32 sequence). */
public final class SeededRandom {
  private int state;

  public SeededRandom(int seed) {
    state = seed;
  }

  /** In [0, 1). */
  public double next() {
    state += 0x6D2B79F5;
    int t = state;
    t = (t ^ (t >>> 15)) * (t | 1);
    t ^= t + (t ^ (t >>> 7)) * (t | 61);
    int bits = t ^ (t >>> 14);
    return (bits >>> 1) / 1073741824.0 / 2;
  }

  /** A whole number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return (int) Math.floor(next() * bound);
  }

  public boolean chance(double probability) {
    return next() < probability;
  }
}

package dev.sanguine.query.pattern;

import jsinterop.annotations.JsConstructor;

/** The engine's promises that the callbacks of one run have asked for, and may wait for: one, or all of several at once. */
public final class AwaitedPromises {
  /** How many are not settled yet. */
  private int open;
  /** How many were settled so far. */
  private int settled;
  /** Several were open at once, and nobody has gone on since. */
  private boolean areSeveral;
  /** A callback of the run was seen to go on since one was settled. */
  private boolean hasGoneOn;

  @JsConstructor
  AwaitedPromises() {}

  void isAskedFor() {
    open++;
    areSeveral |= open > 1;
  }

  /** One is settled: the first, the second and so on. */
  int settle() {
    open--;
    hasGoneOn = false;
    return ++settled;
  }

  /** No other was settled since that one. */
  boolean isLast(int number) {
    return settled == number;
  }

  /** A callback of the run goes on, for sure. */
  void hasGoneOn() {
    hasGoneOn = true;
    areSeveral &= open > 1;
  }

  /** Of several the last is settled, and no callback went on right behind it. Asked once, since this is so once. */
  boolean mayGoOnAfterAll() {
    boolean may = open == 0 && areSeveral && !hasGoneOn;
    areSeveral &= !may;
    return may;
  }

  /** All are settled, and no callback went on in its turn. */
  boolean areOverdue() {
    return open == 0 && !areSeveral && !hasGoneOn;
  }
}

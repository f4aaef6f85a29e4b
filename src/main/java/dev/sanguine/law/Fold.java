package dev.sanguine.law;

import dev.sanguine.env.Seq;

/**
 * view = fold(base, changes): what a base becomes with every change done to it, in the order of issue.
 *
 * <p>Every change keeps the value after it. Taking out the i-th of n runs the n - i functions behind it, and once for all
 * that leave before somebody asks for the view. So failures that arrive together cost one pass.
 */
public class Fold {
  private static final int CLEAN = Integer.MAX_VALUE;

  public final Seq<FoldedChange> changes = new Seq<>();
  protected Object base;
  /** The first change whose value is out of date; {@link #CLEAN} if none is. */
  private int dirty = CLEAN;

  protected Fold(Object base) {
    this.base = base;
  }

  /** Puts the change in its place in the order of issue. */
  void add(FoldedChange folded) {
    int at = changes.size();
    while (at > 0 && changes.get(at - 1).change.serial > folded.change.serial) {
      at--;
    }
    changes.insert(at, folded);
    makeAgainFrom(at);
  }

  protected void remove(FoldedChange folded) {
    int at = changes.find(folded);
    changes.removeAt(at);
    makeAgainFrom(at);
  }

  /** Starts from another value. */
  void rebase(Object base) {
    this.base = base;
    makeAgainFrom(0);
  }

  /** The first change has become part of the base, which is the value after it: what is behind it stays as it is. */
  void bakeFirst() {
    base = changes.get(0).valueAfter;
    changes.removeAt(0);
  }

  /** The value that the change in this place starts from. */
  protected final Object before(int at) {
    return at == 0 ? base : changes.get(at - 1).valueAfter;
  }

  protected void makeAgainFrom(int at) {
    dirty = Math.min(dirty, at);
  }

  /** Every value is as it has to be. */
  protected final boolean isUpToDate() {
    return dirty == CLEAN;
  }

  /** The view is as it has to be, and has been asked for. */
  protected boolean isShown() {
    return dirty == CLEAN;
  }

  /** From now on every value that is out of date is made again with the view, also those that it can be told without. */
  protected void makeAllWithView() {}

  /** The base with every change done to it; only what is out of date is made again. */
  protected Object view() {
    int at = Math.min(dirty, changes.size());
    dirty = CLEAN;
    Object value = before(at);
    for (; at < changes.size(); at++) {
      value = changes.get(at).valueAfter = changes.get(at).next(value);
    }
    return value;
  }
}

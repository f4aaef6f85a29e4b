package dev.sanguine.jvm;

/** A fetch or a mutation was cancelled. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The state went back to what it was before the fetch. */
  public final boolean revert;

  /** Another fetch took its place; nobody is told. */
  public final boolean silent;

  public CancelledException(boolean revert, boolean silent) {
    super("CancelledError");
    this.revert = revert;
    this.silent = silent;
  }
}

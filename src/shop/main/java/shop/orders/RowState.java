package shop.orders;

/** What the list shows of an order beside its record. */
final class RowState {
  static final RowState NONE = new RowState(false, false, null);

  /** A change of it is under way. */
  final boolean saving;
  /** The change that is under way can still be undone. */
  final boolean held;
  /** What was not saved; null if there is nothing to say. */
  final Problem problem;

  RowState(boolean saving, boolean held, Problem problem) {
    this.saving = saving;
    this.held = held;
    this.problem = problem;
  }

  /** True while what was not saved is being sent again. */
  boolean isRetrying() {
    return problem != null && problem.retrying;
  }

  /** True while the server asks to be left alone with this order. */
  boolean waits() {
    return problem != null && problem.wait != null;
  }

  /** True if both look the same. */
  boolean isLike(RowState other) {
    return saving == other.saving
        && held == other.held
        && (problem == null ? other.problem == null : problem.isLike(other.problem));
  }
}

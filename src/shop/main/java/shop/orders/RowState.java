package shop.orders;

/** What the list shows of an order beside its record. */
final class RowState {
  static final RowState NONE = new RowState(false, null);

  /** A change of it is under way. */
  final boolean saving;
  /** What was not saved; null if there is nothing to say. */
  final Problem problem;

  RowState(boolean saving, Problem problem) {
    this.saving = saving;
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
        && (problem == null ? other.problem == null : problem.isLike(other.problem));
  }
}

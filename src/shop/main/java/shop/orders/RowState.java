package shop.orders;

/** What the view knows of an order beside its record. */
final class RowState {
  static final RowState NONE = new RowState(0, 0, null);

  /** Attempts that are not settled. */
  final int pending;
  /** The number of the last attempt. */
  final int attempts;

  final Problem problem;

  private RowState(int pending, int attempts, Problem problem) {
    this.pending = pending;
    this.attempts = attempts;
    this.problem = problem;
  }

  RowState started() {
    return new RowState(pending + 1, attempts + 1, problem);
  }

  RowState settled() {
    return new RowState(pending - 1, attempts, problem);
  }

  RowState with(Problem problem) {
    return new RowState(pending, attempts, problem);
  }

  /** True while the server asks to be left alone with this order. */
  boolean waits() {
    return problem != null && problem.wait != null;
  }
}

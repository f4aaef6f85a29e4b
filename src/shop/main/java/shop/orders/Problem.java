package shop.orders;

/** A change of an order that was not saved, as it stands beside the row. */
final class Problem {
  /** Why, as the end of a sentence. */
  final String reason;
  /** The status that was wanted, for another try. */
  final String target;

  final boolean asksToSignIn;
  /** The number of the attempt that failed. */
  final int attempt;
  /** True while another try is under way. */
  final boolean retrying;
  /** True if the server may have made the change all the same. */
  final boolean open;
  /** How long the server asks to wait before another try, in words; null if it may be tried at once. */
  final String wait;

  Problem(String reason, String target, boolean asksToSignIn, int attempt) {
    this(reason, target, asksToSignIn, attempt, false, false, null);
  }

  private Problem(
      String reason,
      String target,
      boolean asksToSignIn,
      int attempt,
      boolean retrying,
      boolean open,
      String wait) {
    this.reason = reason;
    this.target = target;
    this.asksToSignIn = asksToSignIn;
    this.attempt = attempt;
    this.retrying = retrying;
    this.open = open;
    this.wait = wait;
  }

  Problem tryingAgain() {
    return new Problem(reason, target, asksToSignIn, attempt, true, open, null);
  }

  Problem open(boolean open) {
    return new Problem(reason, target, asksToSignIn, attempt, retrying, open, wait);
  }

  Problem waiting(String wait) {
    return new Problem(reason, target, asksToSignIn, attempt, retrying, open, wait);
  }
}

package dev.sanguine.shop;

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

  Problem(String reason, String target, boolean asksToSignIn, int attempt, boolean retrying) {
    this.reason = reason;
    this.target = target;
    this.asksToSignIn = asksToSignIn;
    this.attempt = attempt;
    this.retrying = retrying;
  }

  Problem tryingAgain() {
    return new Problem(reason, target, asksToSignIn, attempt, true);
  }
}

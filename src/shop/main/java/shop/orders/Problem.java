package shop.orders;

import dev.sanguine.client.PendingIntent;
import dev.sanguine.json.Json;
import java.util.Objects;

/** A change of an order that was not saved, as it stands beside the row. */
final class Problem {
  /** Why, as the end of a sentence. */
  final String reason;
  /** The status that was wanted. */
  final OrderStatus target;

  final boolean asksToSignIn;
  /** True while another try is under way. */
  final boolean retrying;
  /** How long the server asks to wait before another try, in words; null if it may be tried at once. */
  final String wait;
  /** What somebody else has made of the order; null if that is not why. */
  final String theirs;

  Problem(
      String reason,
      OrderStatus target,
      boolean asksToSignIn,
      boolean retrying,
      String wait,
      String theirs) {
    this.reason = reason;
    this.target = target;
    this.asksToSignIn = asksToSignIn;
    this.retrying = retrying;
    this.wait = wait;
    this.theirs = theirs;
  }

  /** The change was not saved. */
  static Problem unsaved(PendingIntent<Object> change, String wait) {
    Object error = change.error();
    return new Problem(
        Failures.reasonOfChange(error),
        StatusChange.target(change.variables()),
        Failures.asksToSignIn(error),
        false,
        wait,
        change.isConflict() ? Json.string(change.theirs(), "status") : null);
  }

  /** The change was not saved and is being sent again. */
  static Problem retrying(OrderStatus target) {
    return new Problem("", target, false, true, null, null);
  }

  /** True if both look the same. */
  boolean isLike(Problem other) {
    return other != null
        && reason.equals(other.reason)
        && target == other.target
        && asksToSignIn == other.asksToSignIn
        && retrying == other.retrying
        && Objects.equals(wait, other.wait)
        && Objects.equals(theirs, other.theirs);
  }
}

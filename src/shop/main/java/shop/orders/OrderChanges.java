package shop.orders;

import dev.sanguine.client.PendingIntent;
import dev.sanguine.env.Seq;

/** What is under way of each order and what was not saved, at one moment. */
final class OrderChanges {
  private final Seq<PendingIntent<Object>> all;
  private final Countdowns countdowns;

  /**
   * @param all as the client lists them
   */
  OrderChanges(Seq<PendingIntent<Object>> all, Countdowns countdowns) {
    this.all = all;
    this.countdowns = countdowns;
  }

  /** What was not saved, of all orders. */
  Seq<PendingIntent<Object>> unsaved() {
    return all.filter(PendingIntent::isUnsaved);
  }

  /** The change that the order's row offers to make once more; null if there is none. */
  PendingIntent<Object> unsavedOf(String key) {
    return last(of(key).filter(PendingIntent::isUnsaved));
  }

  /** Forgets what was not saved of this order, but for one; null for all. */
  void forgetUnsaved(String key, PendingIntent<Object> but) {
    of(key).each(change -> {
      if (change.isUnsaved() && change != but) {
        change.discard();
      }
    });
  }

  RowState stateOf(String key) {
    Seq<PendingIntent<Object>> ofOrder = of(key);
    return ofOrder.size() == 0
        ? RowState.NONE
        : new RowState(ofOrder.some(PendingIntent::isPending), problem(key, ofOrder));
  }

  /** Of several the latest counts: those before it are superseded. */
  private Problem problem(String key, Seq<PendingIntent<Object>> ofOrder) {
    PendingIntent<Object> change =
        last(ofOrder.filter(each -> each.isUnsaved() || each.isSentAgain()));
    if (change == null) {
      return null;
    }
    OrderStatus target = StatusChange.target(change.variables());
    return change.isUnsaved()
        ? Problem.unsaved(target, change.error(), countdowns.text(key))
        : Problem.retrying(target);
  }

  private Seq<PendingIntent<Object>> of(String key) {
    return all.filter(change -> StatusChange.key(change.variables()).equals(key));
  }

  private static PendingIntent<Object> last(Seq<PendingIntent<Object>> changes) {
    return changes.size() == 0 ? null : changes.get(changes.size() - 1);
  }
}

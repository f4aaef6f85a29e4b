package shop.orders;

import dev.sanguine.client.PendingIntent;
import dev.sanguine.env.Seq;
import dev.sanguine.json.Json;

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

  /** Takes back what is held of the order; false if nothing is. */
  boolean undo(String key) {
    PendingIntent<Object> held = last(of(key).filter(PendingIntent::isHeld));
    return held != null && held.undo();
  }

  /**
   * The record of an order that has left the list, if there is something to say of it or to undo; null else.
   *
   * @param record as the list had it
   */
  Object away(String key, Object record) {
    PendingIntent<Object> change =
        last(of(key).filter(each -> each.isHeld() || each.isUnsaved() || each.isSentAgain()));
    if (change == null) {
      return null;
    }
    return change.isConflict() && change.theirs() != null
        ? change.theirs()
        : change.isPending()
            ? Json.with(record, "status", StatusChange.target(change.variables()).word)
            : record;
  }

  RowState stateOf(String key) {
    Seq<PendingIntent<Object>> ofOrder = of(key);
    return ofOrder.size() == 0
        ? RowState.NONE
        : new RowState(
            ofOrder.some(PendingIntent::isPending),
            ofOrder.some(PendingIntent::isHeld),
            problem(key, ofOrder));
  }

  /** Of several the latest counts: those before it are superseded. */
  private Problem problem(String key, Seq<PendingIntent<Object>> ofOrder) {
    PendingIntent<Object> change =
        last(ofOrder.filter(each -> each.isUnsaved() || each.isSentAgain()));
    if (change == null) {
      return null;
    }
    return change.isUnsaved()
        ? Problem.unsaved(change, countdowns.text(key))
        : Problem.retrying(StatusChange.target(change.variables()));
  }

  private Seq<PendingIntent<Object>> of(String key) {
    return all.filter(change -> StatusChange.key(change.variables()).equals(key));
  }

  private static PendingIntent<Object> last(Seq<PendingIntent<Object>> changes) {
    return changes.size() == 0 ? null : changes.get(changes.size() - 1);
  }
}

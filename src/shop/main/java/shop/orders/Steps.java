package shop.orders;

/** The way of an order: one status after the other as they are declared, and cancelled as a way out before it is shipped. */
final class Steps {
  private Steps() {}

  /** The status with this word; null if it is none of ours. */
  static OrderStatus of(String word) {
    for (OrderStatus status : OrderStatus.values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    return null;
  }

  /** The next step, or null if there is none. */
  static OrderStatus next(OrderStatus status) {
    return status == null || status == OrderStatus.DELIVERED || status == OrderStatus.CANCELLED
        ? null
        : OrderStatus.values()[status.ordinal() + 1];
  }

  static boolean canCancel(OrderStatus status) {
    return status != null && status.ordinal() < OrderStatus.SHIPPED.ordinal();
  }

  /** True if an order can still go on from one status to the other, be it by several steps. */
  static boolean leads(OrderStatus from, OrderStatus target) {
    if (from == null || target == null || from == OrderStatus.CANCELLED) {
      return false;
    }
    return target == OrderStatus.CANCELLED ? canCancel(from) : target.ordinal() > from.ordinal();
  }

  /** The status as it may stand in a class name. */
  static String className(OrderStatus status) {
    return status == null ? "unknown" : status.word;
  }

  /** What a button says that leads to this status. */
  static String command(OrderStatus target) {
    return target == OrderStatus.CANCELLED ? "Cancel" : "Mark as " + target.word;
  }
}

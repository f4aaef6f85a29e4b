package shop.orders;

/** The steps of an order: pending, paid, packed, shipped, delivered; cancelled is a way out before it is shipped. */
final class Status {
  static final String CANCELLED = "cancelled";

  private static final String[] STEPS = {"pending", "paid", "packed", "shipped", "delivered"};

  private Status() {}

  /** The next step, or null where there is none. */
  static String next(String status) {
    int step = step(status);
    return step < 0 || step == STEPS.length - 1 ? null : STEPS[step + 1];
  }

  static boolean canCancel(String status) {
    return "pending".equals(status) || "paid".equals(status) || "packed".equals(status);
  }

  /** True if an order can still go on from one status to the other, be it by several steps. */
  static boolean leads(String from, String target) {
    if (CANCELLED.equals(target)) {
      return canCancel(from);
    }
    int start = step(from);
    return start >= 0 && step(target) > start;
  }

  private static int step(String status) {
    for (int i = 0; i < STEPS.length; i++) {
      if (STEPS[i].equals(status)) {
        return i;
      }
    }
    return -1;
  }

  /** The status as it may stand in a class name; 'unknown' for what is none of ours. */
  static String known(String status) {
    return step(status) >= 0 || CANCELLED.equals(status) ? status : "unknown";
  }

  /** What a button says that leads to this status. */
  static String command(String target) {
    return CANCELLED.equals(target) ? "Cancel" : "Mark as " + target;
  }
}

package dev.sanguine.shop;

/** The steps of an order: pending, paid, packed, shipped, delivered; cancelled is a way out before it is shipped. */
final class Status {
  static final String CANCELLED = "cancelled";

  private static final String[] STEPS = {"pending", "paid", "packed", "shipped", "delivered"};

  private Status() {}

  /** The next step, or null where there is none. */
  static String next(String status) {
    for (int i = 0; i < STEPS.length - 1; i++) {
      if (STEPS[i].equals(status)) {
        return STEPS[i + 1];
      }
    }
    return null;
  }

  static boolean canCancel(String status) {
    return "pending".equals(status) || "paid".equals(status) || "packed".equals(status);
  }

  /** The status as it may stand in a class name; 'unknown' for what is none of ours. */
  static String known(String status) {
    for (String step : STEPS) {
      if (step.equals(status)) {
        return step;
      }
    }
    return CANCELLED.equals(status) ? CANCELLED : "unknown";
  }

  /** What a button says that leads to this status. */
  static String command(String target) {
    return CANCELLED.equals(target) ? "Cancel" : "Mark as " + target;
  }
}

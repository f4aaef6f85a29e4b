package shop.orders;

/** How long the shop waits for an answer. */
interface RequestTimeout {
  double STANDARD_MS = 10_000;

  double milliseconds();
}

package shop.orders;

/**
 * The statuses of an order, as Payload knows them.
 *
 * <p>Generated from {@code web/src/payload-types.ts} by {@code npm run --prefix web generate}, which also says if it is out of
 * date: do not edit it by hand.
 */
enum OrderStatus {
  PENDING("pending"),
  PAID("paid"),
  PACKED("packed"),
  SHIPPED("shipped"),
  DELIVERED("delivered"),
  CANCELLED("cancelled");

  /** As it stands in a record. */
  final String word;

  OrderStatus(String word) {
    this.word = word;
  }
}

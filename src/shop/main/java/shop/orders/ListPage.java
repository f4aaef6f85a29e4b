package shop.orders;

/** Which part of the orders a list shows. */
final class ListPage {
  /** From 1. */
  final int number;
  /** Only orders of this status; null for all. */
  final OrderStatus status;

  ListPage(int number, OrderStatus status) {
    this.number = number;
    this.status = status;
  }
}

package shop.orders;

/** Which page of the list is shown. */
interface ListPage {
  /** From 1. */
  int number();
}

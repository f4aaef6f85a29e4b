package shop.orders;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Thenable;

/** The requests that the list of orders makes; they are rejected with a {@code PayloadError}. */
interface OrdersApi {
  /**
   * Payload's find answer for one page of the list.
   *
   * @param page from 1
   */
  Thenable<Object> find(int page, AbortSignal signal);

  /**
   * Sets an order's status.
   *
   * @param version of the record that the change was made from: the server refuses the change if it has another; NaN for any
   * @param idempotencyKey the same for all attempts at one change
   * @return the record as the server has it afterwards
   */
  Thenable<Object> setStatus(
      Object id, String status, double version, String idempotencyKey, AbortSignal signal);
}

package dev.sanguine.shop;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Thenable;

/** The requests that the list of orders makes; they are rejected with a {@code PayloadError}. */
interface OrdersApi {
  /** Payload's find answer for the list. */
  Thenable<Object> find(AbortSignal signal);

  /**
   * Sets an order's status.
   *
   * @param idempotencyKey the same for all attempts at one change
   * @return the record as the server has it afterwards
   */
  Thenable<Object> setStatus(Object id, String status, String idempotencyKey, AbortSignal signal);
}

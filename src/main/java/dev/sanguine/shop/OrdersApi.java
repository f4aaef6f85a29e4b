package dev.sanguine.shop;

import dev.sanguine.env.AbortSignal;
import dev.sanguine.env.Thenable;

/** The requests that the list of orders makes. */
interface OrdersApi {
  /** Payload's find answer for the list. */
  Thenable<Object> find(AbortSignal signal);

  /**
   * Sets an order's status.
   *
   * @return the record as the server has it afterwards
   */
  Thenable<Object> setStatus(Object id, String status, AbortSignal signal);
}

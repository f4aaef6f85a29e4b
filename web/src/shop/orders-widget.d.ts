/** @file The orders widget, which is written in Java (src/shop). Loading the module in a browser defines its element. */
import type { DehydratedState, QueryClient } from 'sanguine'

/**
 * The element `<shop-orders>`: the list of orders, with buttons that change a status. The attribute `page` is the page
 * of the list; 1 by default. With `status` the list has only the orders of that status. `timeout` is the time in milliseconds after which a request is given up; 10,000 by
 * default. While the element is in a document, its client is mounted.
 */
export interface OrdersElement extends HTMLElement {
  /** The client of this element. If none is set: the client of `connect`, or else one of its own. */
  client: QueryClient
  /**
   * Hydrates its client from a state of the server. If the client has newer data, that stays. If the element is empty,
   * it draws itself.
   */
  hydrate(state: DehydratedState): void
}

/** The content of `<shop-orders>` as HTML text, with the state from which the element takes it over. For servers. */
export declare function renderOrders(state: DehydratedState, status?: string): string

/** Gives this client to all widgets of the page, except those that have one of their own. */
export declare function connect(client: QueryClient): void

declare global {
  interface HTMLElementTagNameMap {
    'shop-orders': OrdersElement
  }
}

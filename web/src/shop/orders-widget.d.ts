/** @file The orders widget, which is written in Java (src/shop). Loading the module in a browser defines its element. */
import type { DehydratedState, QueryClient } from 'sanguine'

/**
 * The element `<shop-orders>`: the list of orders, whose buttons change a status. Its attribute `page` says which page of
 * the list it shows (1 if there is none); `timeout` says after how many milliseconds a request is given up (10,000). While it is in a document
 * its client is mounted.
 */
export interface OrdersElement extends HTMLElement {
  /** The client that it stands on; that of `connect`, or one of its own, where none is set. */
  client: QueryClient
  /** Takes a state from the server into its client, and draws where there is nothing yet. What is newer stays. */
  hydrate(state: DehydratedState): void
}

/** The inside of `<shop-orders>` as HTML text, with the state that it is taken over with. For servers. */
export declare function renderOrders(state: DehydratedState): string

/** Puts all widgets of the page on this client, but for those that are given one of their own. */
export declare function connect(client: QueryClient): void

declare global {
  interface HTMLElementTagNameMap {
    'shop-orders': OrdersElement
  }
}

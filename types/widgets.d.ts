/** @file The shop's widgets: custom elements on the engine's client. Loading the module in a browser defines them. */
import type { DehydratedState, QueryClient } from './sanguine.js'

/**
 * The element `<sanguine-orders>`: the list of orders, whose buttons change a status. Its attribute `page` says which page of
 * the list it shows (1 if there is none); `timeout` says after how many milliseconds a request is given up (10,000). While it is in a document
 * its client is mounted.
 */
export interface SanguineOrdersElement extends HTMLElement {
  /** The client that it stands on; that of `connect`, or one of its own, where none is set. */
  client: QueryClient
  /** Takes a state from the server into its client, and draws where there is nothing yet. What is newer stays. */
  hydrate(state: DehydratedState): void
}

/** The inside of `<sanguine-orders>` as HTML text, with the state that it is taken over with. For servers. */
export declare function renderOrders(state: DehydratedState): string

/** Puts all widgets of the page on this client, but for those that are given one of their own. */
export declare function connect(client: QueryClient): void

declare global {
  interface HTMLElementTagNameMap {
    'sanguine-orders': SanguineOrdersElement
  }
}

/** @file The shop's widgets: custom elements on the engine's client. Loading the module in a browser defines them. */
import type { DehydratedState, QueryClient } from './sanguine.js'

/** The element `<sanguine-orders>`: the list of orders, whose buttons change a status. */
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

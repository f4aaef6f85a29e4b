interface HTMLElementTagNameMap {
  'sanguine-orders': import('sanguine/widgets').SanguineOrdersElement
}

/** The engine has query-core's surface, and so its types. */
declare module 'sanguine' {
  export * from '@tanstack/query-core'
}

declare module 'sanguine/widgets' {
  import type { DehydratedState, QueryClient } from '@tanstack/query-core'

  /** The element `sanguine-orders`; defined when the module is loaded in a browser. */
  export interface SanguineOrdersElement extends HTMLElement {
    client: QueryClient
    /** Takes a state from the server into the client's cache, draws if there is nothing yet; what is newer stays. */
    hydrate(state: DehydratedState): void
  }

  /** The inside of the widget as HTML text, with the state in it. */
  export function renderOrders(state: DehydratedState): string

  /** Gives the widgets of this page their client. */
  export function connect(client: QueryClient): void
}

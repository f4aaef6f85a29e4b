'use client'

import { HydrationBoundary, QueryClientProvider } from '@tanstack/react-query'
import { ReactQueryDevtools } from '@tanstack/react-query-devtools/production'
import type { DehydratedState } from 'sanguine'
import { useState } from 'react'

import { shopClient } from './client'
import { OrdersHost } from './orders-host'
import { ReactOrders } from './react-orders'

/** The Java widget and React Query side by side, on one client. */
export function ReactPage({ state }: { state: DehydratedState }) {
  const [client] = useState(shopClient)
  return (
    <QueryClientProvider client={client}>
      <div className="side-by-side">
        <section aria-labelledby="java-orders">
          <h2 id="java-orders">Java widget</h2>
          <OrdersHost name="react" state={state} />
        </section>
        <section aria-labelledby="react-orders">
          <h2 id="react-orders">React Query</h2>
          <HydrationBoundary state={state}>
            <ReactOrders />
          </HydrationBoundary>
        </section>
      </div>
      <ReactQueryDevtools styleNonce={documentNonce()} />
    </QueryClientProvider>
  )
}

/** The nonce that this document's policy knows; after a soft navigation it is still that of the first page. */
function documentNonce(): string | undefined {
  return typeof document === 'undefined' ? undefined : document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import { byOrder } from './order-intents'
import { findOrders, ordersKey } from './orders'
import { ReactOrder } from './react-order'
import type { Way } from './status-change'
import { useIntents } from './use-intents'

const ofTheList = { queryKey: ordersKey }

/** The orders as a React component shows them: the same query as the Java widget's. */
export function ReactOrders() {
  const { data, isPending, isError } = useQuery({ queryKey: ordersKey, queryFn: ({ signal }) => findOrders(signal) })
  const intentsOf = byOrder(useIntents(ofTheList))
  const [way, setWay] = useState<Way>('optimistic')
  const [announcement, setAnnouncement] = useState('')
  // A region that is given the text it has says nothing, so a repeated text differs by a blank at its end.
  const announce = useCallback(
    (text: string) => setAnnouncement((last) => (last === text ? `${text}\u00a0` : text)),
    [],
  )
  if (isPending) {
    return <p>Loading the orders…</p>
  }
  if (isError) {
    return <p role="alert">The orders cannot be loaded.</p>
  }
  return (
    <>
      <WayOfSaving way={way} choose={setWay} />
      <div className="live" role="status" aria-live="polite">
        {announcement}
      </div>
      <ul className="react-orders">
        {data.docs.map((order) => (
          <ReactOrder
            key={`${way} ${order.id}`}
            order={order}
            intents={intentsOf(order.id)}
            way={way}
            announce={announce}
          />
        ))}
      </ul>
    </>
  )
}

function WayOfSaving({ way, choose }: { way: Way; choose: (way: Way) => void }) {
  return (
    <fieldset className="ways">
      <legend>A change is saved by</legend>
      <label>
        <input type="radio" name="way" checked={way === 'optimistic'} onChange={() => choose('optimistic')} />
        <span>
          the option <code>optimistic</code>
        </span>
      </label>
      <label>
        <input type="radio" name="way" checked={way === 'pattern'} onChange={() => choose('pattern')} />
        the pattern of TanStack Query’s guide
      </label>
    </fieldset>
  )
}

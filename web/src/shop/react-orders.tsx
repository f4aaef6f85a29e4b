'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { memo, useCallback, useRef, useState } from 'react'

import type { Order } from '@/payload-types'
import { findOrders, nextStatus, ordersKey, type OrderList } from './orders'
import { stillChanging, ways, type Way } from './status-change'

/** The orders as a React component shows them: the same query as the Java widget's. */
export function ReactOrders() {
  const { data, isPending, isError } = useQuery({ queryKey: ordersKey, queryFn: ({ signal }) => findOrders(signal) })
  const [way, setWay] = useState<Way>('optimistic')
  const [announcement, setAnnouncement] = useState('')
  // A region that is given the text it has says nothing, so a repeated text differs by a blank at its end.
  const announce = useCallback((text: string) => setAnnouncement((last) => (last === text ? `${text}\u00a0` : text)), [])
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
          <ReactOrder key={`${way} ${order.id}`} order={order} way={way} announce={announce} />
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

type Props = {
  order: Order
  way: Way
  announce: (text: string) => void
}

const ReactOrder = memo(function ReactOrder({ order, way, announce }: Props) {
  const { id, number, status } = order
  const client = useQueryClient()
  const change = useMutation(ways[way](client, id))
  const advance = useRef<HTMLButtonElement>(null)
  const next = nextStatus(status)
  const label = next ? `Mark as ${next}` : 'No next step'

  const save = (target: Order['status']) =>
    change.mutateAsync({ id, status: target }).then(
      () => announce(`Order ${number} is saved as ${target}.`),
      (error: Error) => {
        const now = client.getQueryData<OrderList>(ordersKey)?.docs.find((other) => other.id === id)?.status
        const standing = stillChanging(client, id) ? `stays ${now}, which is still being saved` : `is ${now} again`
        announce(`Order ${number} was not saved: ${error.message} It ${standing}.`)
      },
    )

  const retry = (target: Order['status']) => {
    // This button goes away; the focus stays in the row.
    advance.current?.focus()
    void save(target)
  }

  return (
    <li className="react-order" data-pending={change.isPending || undefined}>
      <span className="order-number">{number}</span>
      <span className={`status status-${status}`}>{status}</span>
      <button
        ref={advance}
        type="button"
        className="order-advance"
        aria-label={`${label}, order ${number}`}
        aria-disabled={!next}
        onClick={() => next && save(next)}
      >
        {label}
      </button>
      {change.isError && (
        <p className="order-problem">
          <span>Not saved: {change.error.message}</span>
          <button
            type="button"
            className="order-retry"
            aria-label={`Try again, order ${number}`}
            onClick={() => retry(change.variables.status)}
          >
            Try again
          </button>
        </p>
      )}
    </li>
  )
})

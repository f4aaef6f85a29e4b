'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useIntents } from 'sanguine/react'

import { orderStatuses, type OrderStatus } from '@/order-status'
import { useListFocus } from './events/list-focus'
import { countOf, listOf } from './order-collection'
import { byOrder, isLost, type StatusIntent } from './order-intents'
import { ordersKey, type OrderList } from './orders'
import { ReactOrder } from './react-order'
import type { Way } from './status-change'

const ofTheList = { queryKey: ordersKey }

/** What is said of a change while its order may not be in the list: it can be undone, or was not saved. */
const isToldOf = (intent: StatusIntent) => intent.state === 'held' || isLost(intent)

/** The orders as a React component shows them: the same query as the Java widget's, or those of one status. */
export function ReactOrders() {
  const client = useQueryClient()
  const [only, setOnly] = useState<OrderStatus>()
  const { data, isPending, isError } = useQuery(listOf(only))
  const intents = useIntents(ofTheList)
  const intentsOf = byOrder(intents)
  const [list, head] = [useRef<HTMLUListElement>(null), useRef<HTMLDivElement>(null)]
  const focus = useListFocus(list, head, 'order')
  const [way, setWay] = useState<Way>('optimistic')
  const [announcement, setAnnouncement] = useState('')
  // A region that is given the text it has says nothing, so a repeated text differs by a blank at its end.
  const announce = useCallback(
    (text: string) => setAnnouncement((last) => (last === text ? `${text}\u00a0` : text)),
    [],
  )
  if (isError) {
    return <p role="alert">The orders cannot be loaded.</p>
  }
  const all = client.getQueryData<OrderList>(ordersKey)?.docs ?? []
  // Orders that have left this list stay below it while something is to be said of their changes.
  const away = all.filter(({ id }) => !data?.docs.some((order) => order.id === id) && intentsOf(id).some(isToldOf))
  return (
    <>
      <WayOfSaving way={way} choose={setWay} />
      <OnlyStatus only={only} choose={setOnly} />
      <div ref={head} tabIndex={-1} className="react-count">
        {isPending ? 'Loading the orders…' : `${data.totalDocs} ${data.totalDocs === 1 ? 'order' : 'orders'}`}
      </div>
      <div className="live" role="status" aria-live="polite">
        {announcement}
      </div>
      <ul ref={list} className="react-orders" {...focus}>
        {[...(data?.docs ?? []), ...away].map((order) => (
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

/** Which orders are listed. The numbers follow every change at once. */
function OnlyStatus({ only, choose }: { only?: OrderStatus; choose: (status?: OrderStatus) => void }) {
  return (
    <fieldset className="ways only">
      <legend>Orders that are</legend>
      {[undefined, ...orderStatuses].map((status) => (
        <label key={status ?? 'any'}>
          <input type="radio" name="only" checked={only === status} onChange={() => choose(status)} />
          <span>
            {status ?? 'any'} <Count status={status} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Count({ status }: { status?: OrderStatus }) {
  const { data } = useQuery(countOf(status))
  return <span className="count">{data}</span>
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

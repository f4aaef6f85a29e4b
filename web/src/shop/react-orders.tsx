'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import type { Order } from '@/payload-types'
import { changeStatus, findOrders, nextStatus, ordersKey, type OrderList } from './orders'

/** The orders as a React component shows them: the same query as the Java widget's. */
export function ReactOrders() {
  const { data, isPending, isError } = useQuery({ queryKey: ordersKey, queryFn: ({ signal }) => findOrders(signal) })
  if (isPending) {
    return <p>Loading the orders…</p>
  }
  if (isError) {
    return <p role="alert">The orders cannot be loaded.</p>
  }
  return (
    <ul className="react-orders">
      {data.docs.map((order) => (
        <ReactOrder key={order.id} order={order} />
      ))}
    </ul>
  )
}

function ReactOrder({ order }: { order: Order }) {
  const change = useStatusChange()
  const next = nextStatus(order.status)
  return (
    <li className="react-order">
      <span className="order-number">{order.number}</span>
      <span className={`status status-${order.status}`}>{order.status}</span>
      {next && (
        <button type="button" onClick={() => change.mutate({ id: order.id, status: next })}>
          Mark as {next}
        </button>
      )}
      <span role="status" className="problem">
        {change.error?.message}
      </span>
    </li>
  )
}

type StatusChange = Pick<Order, 'id' | 'status'>

/** A status change as TanStack Query documents it: cancel, remember, write; on an error put back; at the end ask the server. */
function useStatusChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, status }: StatusChange) => changeStatus(id, status),
    networkMode: 'always',
    async onMutate({ id, status }) {
      await client.cancelQueries({ queryKey: ordersKey })
      const before = client.getQueryData<OrderList>(ordersKey)
      client.setQueryData<OrderList>(
        ordersKey,
        (list) => list && { ...list, docs: list.docs.map((order) => (order.id === id ? { ...order, status } : order)) },
      )
      return { before }
    },
    onError(_error, _change, context) {
      client.setQueryData(ordersKey, context?.before)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ordersKey }),
  })
}

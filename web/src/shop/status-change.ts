import type { Mutation, QueryClient, UseMutationOptions } from '@tanstack/react-query'

import type { Order } from '@/payload-types'
import { changeStatus, ordersKey, type OrderList } from './orders'

export type StatusChange = Pick<Order, 'id' | 'status'>

type StatusMutation = (client: QueryClient, id: number) => UseMutationOptions<Order, Error, StatusChange, any>

/** How all changes of a status are known: those of the Java widget have this key, and one scope per order. */
const statusKey = ['order', 'status']

/** How those are known that React sends. */
export const reactKey = [...statusKey, 'react']

/** A status change by one option: it says what changes. It shows at once, and leaves by itself when it fails. */
const optimistic: StatusMutation = (_client, id) => ({
  mutationKey: reactKey,
  mutationFn: ({ status }, { signal }) => changeStatus(id, status, signal),
  // A cut network is a failure that is shown, not a wait.
  networkMode: 'always',
  // The requests of one order leave one after the other, from whichever side they come.
  scope: { id: `order ${id}` },
  optimistic: (intent, change) => intent.merge<OrderList>(ordersKey, change),
})

/** The same as TanStack Query documents it: cancel, remember, write; on an error put back; at the end ask the server. */
const pattern: StatusMutation = (client, id) => ({
  mutationKey: reactKey,
  mutationFn: ({ status }) => changeStatus(id, status),
  networkMode: 'always',
  async onMutate({ status }) {
    await client.cancelQueries({ queryKey: ordersKey })
    const before = client.getQueryData<OrderList>(ordersKey)
    client.setQueryData<OrderList>(
      ordersKey,
      (list) => list && { ...list, docs: list.docs.map((order) => (order.id === id ? { ...order, status } : order)) },
    )
    return { before }
  },
  onError(_error, _change, context: { before?: OrderList } | undefined) {
    client.setQueryData(ordersKey, context?.before)
  },
  onSettled: () => client.invalidateQueries({ queryKey: ordersKey }),
})

/** The two ways to write the mutation that the page offers. */
export const ways = { optimistic, pattern }

export type Way = keyof typeof ways

/** True if another change of this order, by either side, is pending besides the one that has just failed. */
export function stillChanging(client: QueryClient, id: number): boolean {
  const isOfOrder = ({ state }: Mutation) => (state.variables as StatusChange | undefined)?.id === id
  return client.isMutating({ mutationKey: statusKey, predicate: isOfOrder }) > 0
}

import type { Mutation, QueryClient, UseMutationOptions } from '@tanstack/react-query'

import type { PayloadError } from 'sanguine/payload'

import type { Order } from '@/payload-types'
import { orders } from './order-collection'
import { ordersKey, type OrderList } from './orders'

export type StatusChange = Pick<Order, 'id' | 'status'>

type StatusMutation = (client: QueryClient, id: number) => UseMutationOptions<Order, Error, StatusChange, any>

/** How the changes of orders are known that React sends; those of the Java widget have one word more. */
export const reactKey = orders.update().mutationKey

/**
 * A status change by one option: it says what changes. It shows in every list at once, and leaves by itself when it fails. The
 * requests of one order leave one after the other, from whichever side they come, and what waits is sent as one.
 */
const optimistic: StatusMutation = () => ({
  ...orders.update(),
  // A cut network is a failure that is shown, not a wait.
  networkMode: 'always',
  // This server makes a change as a whole or not at all, so one that breaks has not made it.
  outcome: (error) => ((error as PayloadError).status >= 500 ? 'failed' : undefined),
})

/** The same as TanStack Query documents it: cancel, remember, write; on an error put back; at the end ask the server. */
const pattern: StatusMutation = (client, id) => ({
  mutationKey: reactKey,
  mutationFn: orders.update().mutationFn,
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
  return client.isMutating({ mutationKey: reactKey, predicate: isOfOrder }) > 0
}

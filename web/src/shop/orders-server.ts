import 'server-only'

import { cache } from 'react'
import { dehydrate, QueryClient, type DehydratedState } from 'sanguine'

import type { OrderStatus } from '@/order-status'
import type { Order } from '@/payload-types'
import { orders } from './order-collection'
import { listRequest } from './orders'
import { shopPayload } from './payload'

/** Reads one page of the orders, or of those of one status, as the public sees them, and packs it for the trip to the browser. */
export async function dehydratedOrders(
  page = 1,
  status?: OrderStatus,
): Promise<{ state: DehydratedState; pages: number }> {
  const payload = await shopPayload()
  const request = listRequest(status, page)
  const found = await payload.find({ collection: 'orders', ...request, page, depth: 0, overrideAccess: false })
  const client = new QueryClient()
  client.setQueryData(['orders', request], found)
  const state = dehydrate(client)
  client.clear()
  return { state, pages: found.totalPages }
}

/** One order as the public sees it, or null; for one request it is read once. */
export const orderOf = cache(async (id: string): Promise<Order | null> => {
  // Payload answers a server error to an id that is no number.
  if (!/^\d{1,15}$/.test(id)) {
    return null
  }
  const payload = await shopPayload()
  return payload.findByID({
    collection: 'orders',
    depth: 0,
    overrideAccess: false,
    id: Number(id),
    disableErrors: true,
  })
})

export function dehydratedOrder(order: Order): DehydratedState {
  const client = new QueryClient()
  client.setQueryData(orders.byId(order.id).queryKey, order)
  const state = dehydrate(client)
  client.clear()
  return state
}

import 'server-only'

import { dehydrate, QueryClient, type DehydratedState } from 'sanguine'

import { ordersPageKey, ordersRequest } from './orders'
import { shopPayload } from './payload'

/** Reads one page of the orders as the public sees them and packs it for the trip to the browser. */
export async function dehydratedOrders(page = 1): Promise<{ state: DehydratedState; pages: number }> {
  const payload = await shopPayload()
  const orders = await payload.find({ collection: 'orders', ...ordersRequest, page, depth: 0, overrideAccess: false })
  const client = new QueryClient()
  client.setQueryData(ordersPageKey(page), orders)
  const state = dehydrate(client)
  client.clear()
  return { state, pages: orders.totalPages }
}

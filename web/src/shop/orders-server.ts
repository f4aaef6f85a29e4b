import 'server-only'

import { dehydrate, QueryClient, type DehydratedState } from 'sanguine'

import type { OrderStatus } from '@/order-status'
import { listRequest } from './orders'
import { shopPayload } from './payload'

/** Reads one page of the orders, or of those of one status, as the public sees them, and packs it for the trip to the browser. */
export async function dehydratedOrders(
  page = 1,
  status?: OrderStatus,
): Promise<{ state: DehydratedState; pages: number }> {
  const payload = await shopPayload()
  const request = listRequest(status, page)
  const orders = await payload.find({ collection: 'orders', ...request, page, depth: 0, overrideAccess: false })
  const client = new QueryClient()
  client.setQueryData(['orders', request], orders)
  const state = dehydrate(client)
  client.clear()
  return { state, pages: orders.totalPages }
}

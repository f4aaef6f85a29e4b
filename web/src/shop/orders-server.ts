import 'server-only'

import { dehydrate, QueryClient, type DehydratedState } from 'sanguine'

import { ordersKey, ordersRequest } from './orders'
import { shopPayload } from './payload'

/** Reads the orders as the public sees them and packs them for the trip to the browser. */
export async function dehydratedOrders(): Promise<DehydratedState> {
  const payload = await shopPayload()
  const orders = await payload.find({ collection: 'orders', ...ordersRequest, depth: 0, overrideAccess: false })
  const client = new QueryClient()
  client.setQueryData(ordersKey, orders)
  const state = dehydrate(client)
  client.clear()
  return state
}

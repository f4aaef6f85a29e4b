import { payloadCollection, type PayloadError } from 'sanguine/payload'

import type { OrderStatus } from '@/order-status'
import type { Order } from '@/payload-types'
import { listRequest } from './orders'

/** The orders of this shop: what is asked for, and how they are changed. */
export const orders = payloadCollection<Order>('orders', {
  version: 'version',
  depth: 0,
  timeout: 10_000,
  coalesce: true,
})

export const listOf = (status?: OrderStatus) => orders.find(listRequest(status))

export const countOf = (status?: OrderStatus) => orders.count(status && { where: { status: { equals: status } } })

/** Why a change was not saved, in a sentence. */
export function reasonOf(error: unknown): string {
  const { kind, status, outcome, message } = error as PayloadError
  switch (kind) {
    case 'network':
      return outcome === 'unknown' ? 'The connection was lost, so the change is not confirmed.' : 'You are offline.'
    case 'unauthorized':
    case 'forbidden':
      return 'Sign in to change orders.'
    case 'conflict':
      return 'Somebody else was faster.'
    default:
      return status >= 500 ? `The server answered ${status}.` : message
  }
}

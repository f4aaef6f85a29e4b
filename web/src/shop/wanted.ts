import 'server-only'

import { canCancel, isStatus, nextStatus, type OrderStatus } from '@/order-status'
import type { Order } from '@/payload-types'
import { ordersRequest } from './orders'
import { shopPayload } from './payload'

/** A change that a person wanted before they had to sign in. */
export type Wanted = {
  id: number
  /** What the page says about it. */
  sentence: string
  /** The class of the button that makes it; none if the order has gone another way since. */
  button?: 'order-advance' | 'order-cancel'
  /** The page of the list that shows the order, from 1. */
  page: number
}

/** What `/orders?order=1013&status=shipped` asks for; undefined if it asks for nothing that the shop knows. */
export async function wantedChange(order: unknown, status: unknown): Promise<Wanted | undefined> {
  if (typeof order !== 'string' || !/^\d{1,15}$/.test(order) || !isStatus(status)) {
    return undefined
  }
  const payload = await shopPayload()
  const asTheirs = { collection: 'orders', depth: 0, overrideAccess: false } as const
  const found = await payload.findByID({ ...asTheirs, id: Number(order), disableErrors: true })
  if (!found) {
    return undefined
  }
  const before = await payload.count({ ...asTheirs, where: { number: { less_than: found.number } } })
  return {
    id: found.id,
    page: Math.floor(before.totalDocs / ordersRequest.limit) + 1,
    ...offer(found, status),
  }
}

function offer({ number, status }: Order, wanted: OrderStatus): Pick<Wanted, 'sentence' | 'button'> {
  if (status === wanted) {
    return { sentence: `Order ${number} is ${wanted} already.` }
  }
  const cancels = wanted === 'cancelled' && canCancel(status)
  if (cancels || nextStatus(status) === wanted) {
    return { sentence: `Change order ${number} to ${wanted}?`, button: cancels ? 'order-cancel' : 'order-advance' }
  }
  return { sentence: `Order ${number} is ${status} now, so it cannot be changed to ${wanted}.` }
}

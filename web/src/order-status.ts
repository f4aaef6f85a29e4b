import type { Order } from './payload-types'

/**
 * The statuses of an order, in the order of work; cancelled is a way out. The one place that says so: Payload's types are
 * generated from here, and the Java of `src/shop` from these.
 */
export const orderStatuses = ['pending', 'paid', 'packed', 'shipped', 'delivered', 'cancelled'] as const

type Listed = (typeof orderStatuses)[number]

/** Never, so that nothing compiles, if Payload's types have other statuses: `npm run generate` writes them anew. */
export type OrderStatus = [Listed, Order['status']] extends [Order['status'], Listed] ? Listed : never

export const isStatus = (text: unknown): text is OrderStatus => (orderStatuses as readonly unknown[]).includes(text)

/** The step after this one; none after the last and none for a cancelled order. */
export function nextStatus(status: OrderStatus): OrderStatus | undefined {
  return status === 'delivered' || status === 'cancelled' ? undefined : orderStatuses[orderStatuses.indexOf(status) + 1]
}

/** True until it is shipped. */
export const canCancel = (status: OrderStatus): boolean =>
  orderStatuses.indexOf(status) < orderStatuses.indexOf('shipped')

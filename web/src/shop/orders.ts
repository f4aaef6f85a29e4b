import type { OrderStatus } from '@/order-status'
import type { Order } from '@/payload-types'
import type { PayloadPage } from 'sanguine/payload'

/** What Payload answers to the list request; the widget, the server render and React share this shape. */
export type OrderList = PayloadPage<Order>

export const ordersRequest = { limit: 200, sort: 'number' } as const

/** What is asked for of one page of the orders, from 1, or of those of one status. It stands in the key, in every cache. */
export const listRequest = (status?: OrderStatus, page = 1) => ({
  ...(status && { where: { status: { equals: status } } }),
  ...ordersRequest,
  ...(page > 1 && { page }),
})

/** The key of the list, its first page. */
export const ordersKey = ['orders', ordersRequest] as const

import type { Order } from '@/payload-types'

/** What Payload answers to the list request; the widget, the server render and React share this shape. */
export type OrderList = {
  docs: Order[]
  totalDocs: number
  limit: number
  page?: number
  totalPages: number
  hasNextPage: boolean
  hasPrevPage: boolean
  pagingCounter: number
}

export const ordersRequest = { limit: 200, sort: 'number' } as const

/** The key of the list in every cache: the widget's and React's. */
export const ordersKey = ['orders', ordersRequest] as const

/** The key of one order. */
export const orderKey = (id: number) => ['order', id] as const

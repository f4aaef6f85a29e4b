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

/** The key of the list, its first page, in every cache: the widget's and React's. */
export const ordersKey = ['orders', ordersRequest] as const

/** The key of one page of the list, from 1. */
export const ordersPageKey = (page: number) =>
  page === 1 ? ordersKey : (['orders', { ...ordersRequest, page }] as const)

/** Asks the server for the list. */
export async function findOrders(signal?: AbortSignal): Promise<OrderList> {
  const { limit, sort } = ordersRequest
  return json(await fetch(`/api/orders?limit=${limit}&sort=${sort}&depth=0`, { signal }))
}

/** Changes the status on the server; returns the order as it is there now. */
export async function changeStatus(id: number, status: Order['status'], signal?: AbortSignal): Promise<Order> {
  const request = fetch(`/api/orders/${id}?depth=0`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status }),
    signal,
  })
  const answer = await request.catch(() => Promise.reject(new NoAnswer()))
  return (await json<{ doc: Order }>(answer)).doc
}

/** A request that was sent may have reached the server all the same: 'unknown' lets the engine ask what is true. */
class NoAnswer extends Error {
  readonly outcome = navigator.onLine ? 'unknown' : undefined

  constructor() {
    super(navigator.onLine ? 'The connection was lost, so the change is not confirmed.' : 'You are offline.')
  }
}

async function json<T>(answer: Response): Promise<T> {
  if (!answer.ok) {
    throw new Error(answer.status === 403 ? 'Sign in to change orders.' : `The server answered ${answer.status}.`)
  }
  return (await answer.json()) as T
}

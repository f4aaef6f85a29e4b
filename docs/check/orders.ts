/** What the guide of records stands on: a shop of orders, which answers as Payload's REST API does. */
import { open, queryClient, read, server } from './kit.js'

export interface Line {
  id: number
  order: number
  text: string
}

export interface Order {
  id: number | string
  status: string
  total: number
  lines?: Line[]
}

export interface Find {
  where?: { status: { equals: string } }
  sort?: string
  limit?: number
  page?: number
}

export interface Found {
  docs: Order[]
  totalDocs: number
  page: number
  hasNextPage: boolean
}

export const openOnes: Find = { where: { status: { equals: 'open' } }, sort: '-total', limit: 10 }
export const paidOnes: Find = { where: { status: { equals: 'paid' } }, sort: '-total', limit: 10 }

const seed: Order[] = [
  { id: 1, status: 'open', total: 50 },
  { id: 2, status: 'open', total: 30 },
  { id: 3, status: 'paid', total: 40 },
  { id: 4, status: 'paid', total: 10 },
]

let orders: Order[] = []

/** The server has orders 1 to 4 again: 1 and 2 are open, 3 and 4 are paid. */
export const fourOrders = (): void => void (orders = structuredClone(seed))

/** What somebody else does on the server. */
export const theServerHas = (order: Order): void =>
  void (orders = [...orders.filter(({ id }) => id !== order.id), order])

const one = (id: Order['id']): Order => {
  const order = orders.find((each) => each.id === id)
  if (!order) {
    throw new Error(`There is no order ${id}.`)
  }
  return order
}

/** One page of the orders that are asked for. */
export const findOrders = ({ where, limit = 10, page = 1 }: Find): Promise<Found> =>
  server.read(() => {
    const all = orders
      .filter(({ status }) => !where || status === where.status.equals)
      .sort((a, b) => b.total - a.total)
    return {
      docs: all.slice((page - 1) * limit, page * limit),
      totalDocs: all.length,
      page,
      hasNextPage: page * limit < all.length,
    }
  })

export const fetchOrder = (id: Order['id']): Promise<Order> => server.read(() => one(id))
export const updateOrder = (id: Order['id'], fields: Partial<Order>) =>
  server.write(() => Object.assign(one(id), fields))
export const createOrder = (order: Order) =>
  server.write(() => {
    const created = { ...order, id: server.newId() }
    orders.push(created)
    return created
  })
export const deleteOrder = (id: Order['id']) =>
  server.write(() => {
    orders = orders.filter((each) => each.id !== id)
  })

/** A list of these orders on the page. */
export const show = (find: Find) => open([{ queryKey: ['orders', find], queryFn: () => findOrders(find) }])

/** The ids that a list shows, and how many it says that there are: `1,2 of 2`. */
export function ids(find: Find): string {
  const found = read<Found>(['orders', find])
  return found ? `${found.docs.map(({ id }) => id).join()} of ${found.totalDocs}` : 'nothing'
}

/** The queries ["orders", ...] know that they hold orders. */
export function ordersHaveRecords(): void {
  fourOrders()
  queryClient.setQueryDefaults(['orders'], { records: { of: 'order' } })
}

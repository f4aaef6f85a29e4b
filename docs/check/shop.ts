/** What the guide of Payload stands on: the shop of orders behind Payload's REST API, and lists of it on the page. */
import { QueryObserver } from '@tanstack/react-query'
import { conflicts } from 'sanguine/conflicts'
import { pacing } from 'sanguine/pacing'
import { payloadCollection, type PayloadCount, type PayloadPage, type PayloadQuery } from 'sanguine/payload'
import { queryClient, read, rest, server } from './kit.js'

export interface Order {
  id: number
  status: string
  total: number
  version: number
}

let stock: Order[] = []

/** The headers and the body of each change, as they came. */
export const received: string[] = []

/** The client has all features, and the server has these orders: 1 and 2 are open, 3 is paid. */
export function threeOrders(): void {
  conflicts(queryClient)
  pacing(queryClient)
  received.length = 0
  stock = [
    { id: 1, status: 'open', total: 50, version: 1 },
    { id: 2, status: 'open', total: 30, version: 1 },
    { id: 3, status: 'paid', total: 40, version: 1 },
  ]
}

/** What somebody else does. */
export const colleague = (id: number, fields: Partial<Order>): void => {
  const order = one(id)
  Object.assign(order, fields, { version: order.version + 1 })
}

export const one = (id: number): Order => stock.find((order) => order.id === id)!

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly data: unknown,
  ) {
    super('Refused.')
  }
}

/** A refusal as Payload sends it if a field is wrong. */
export const refusal = (path: string, message: string) => new Refused(400, { errors: [{ path, message }] })

const reply = (body: unknown) => Response.json(body)

function change(method: string, id: number, fields: Partial<Order>, expected: string | null): Order {
  if (method === 'POST') {
    const order = { ...fields, id: server.newId(), version: 1 } as Order
    stock.push(order)
    return order
  }
  const order = one(id)
  if (expected && expected !== `"${order.version}"`) {
    throw new Refused(412, { current: structuredClone(order) })
  }
  if (method === 'DELETE') {
    stock = stock.filter((each) => each !== order)
    return order
  }
  return Object.assign(order, fields, { version: order.version + 1 })
}

/** Stands in the place of fetch: answers questions at once, and changes as the test says. */
export async function shop(address: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
  const url = new URL(address, 'http://shop.example')
  const id = Number(/\d+$/.exec(url.pathname)?.[0])
  if (method === 'GET') {
    return server
      .read(() => {
        const status = url.searchParams.get('where[status][equals]')
        const found = stock.filter((order) => !status || order.status === status).sort((a, b) => b.total - a.total)
        const [limit, page] = [Number(url.searchParams.get('limit') ?? 10), Number(url.searchParams.get('page') ?? 1)]
        return url.pathname.endsWith('/count')
          ? { totalDocs: found.length }
          : id
            ? one(id)
            : {
                docs: found.slice((page - 1) * limit, page * limit),
                totalDocs: found.length,
                limit,
                page,
                totalPages: Math.ceil(found.length / limit),
                hasNextPage: page * limit < found.length,
                hasPrevPage: page > 1,
              }
      })
      .then(reply)
  }
  const expected = new Headers(headers).get('If-Match')
  received.push(`${method} ${url.pathname} ${body ?? ''} ${expected ?? ''}`.trim())
  try {
    const doc = await server.write(() => change(method, id, body ? JSON.parse(String(body)) : {}, expected))
    return Response.json({ doc }, { status: method === 'POST' ? 201 : 200 })
  } catch (error) {
    return error instanceof Refused
      ? Response.json({ errors: [{ message: error.message, data: error.data }] }, { status: error.status })
      : Response.json({}, { status: 500 })
  }
}

/** Shows what the options ask for. */
export async function watch(options: PayloadQuery<any> | PayloadCount): Promise<void> {
  new QueryObserver(queryClient, options as ConstructorParameters<typeof QueryObserver>[1]).subscribe(() => {})
  await rest()
}

/** Ids of a list on the page, and the number of all. */
export function shown(options: PayloadQuery<PayloadPage<Order>>): string {
  const found = read<PayloadPage<Order>>(options.queryKey)!
  return `${found.docs.map(({ id }) => id).join()} of ${found.totalDocs}`
}

export const orders = payloadCollection<Order>('orders', { version: 'version', coalesce: true, fetch: shop })
export const openOrders = orders.find({ where: { status: { equals: 'open' } }, sort: '-total', limit: 10 })
export const paidOrders = orders.find({ where: { status: { equals: 'paid' } }, sort: '-total', limit: 10 })

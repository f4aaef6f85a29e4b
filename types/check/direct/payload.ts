/** The module sanguine/payload: what is asked for, what comes, what a mutation takes. */
import { InfiniteQueryObserver, MutationObserver, QueryClient, QueryObserver } from 'sanguine'
import { fieldErrors, payloadCollection, type PayloadPage } from 'sanguine/payload'
import { equal } from '../equal.js'

interface Order {
  id: number
  status: 'open' | 'paid'
  total: number
}

const client = new QueryClient()
const orders = payloadCollection<Order>('orders', { version: 'version', headers: () => ({ 'X-Shop': 'a' }) })
orders.defaults(client)
// @ts-expect-error no such option
payloadCollection('orders', { address: '/api' })

const list = new QueryObserver(client, orders.find({ where: { status: { equals: 'open' } }, sort: ['-total'] }))
const listed = list.getCurrentResult().data
equal<typeof listed, PayloadPage<Order> | undefined>(true)
const count = new QueryObserver(client, orders.count({ where: { or: [{ total: { greater_than: 5 } }] } }))
const counted = count.getCurrentResult().data
equal<typeof counted, number | undefined>(true)
const pages = new InfiniteQueryObserver(client, orders.findInfinite({ limit: 5 }))
const paged = pages.getCurrentResult().data?.pages
equal<typeof paged, PayloadPage<Order>[] | undefined>(true)
void client.fetchQuery(orders.byId(1)).then((order) => equal<typeof order, Order>(true))
// @ts-expect-error the order of the list is a text
orders.find({ sort: 5 })

const update = new MutationObserver(client, { ...orders.update(), hold: 5000 })
void update.mutate({ id: 1, status: 'paid' }).then((order) => equal<typeof order, Order>(true))
// @ts-expect-error no such status
void update.mutate({ id: 1, status: 'lost' })
// @ts-expect-error which order
void update.mutate({ status: 'paid' })
void new MutationObserver(client, orders.create()).mutate({ id: 'new-1', status: 'open' })
void new MutationObserver(client, orders.remove()).mutate(1)
void new MutationObserver(client, orders.updateMany()).mutate({ ids: [1], data: { status: 'paid' } })
const [path] = fieldErrors(new Error()).map((field) => field.path)
equal<typeof path, string | undefined>(true)

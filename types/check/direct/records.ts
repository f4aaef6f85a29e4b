/** The feature records: what a client takes, what a query says of its records, what an intent changes. */
import { QueryClient, type Feature } from 'sanguine'
import { records } from 'sanguine/records'
import { equal } from '../equal.js'

interface Order {
  id: number
  status: 'open' | 'paid'
  total?: number
}

const own: Feature = (client) => client.mount()
const client = new QueryClient({ features: [records, own] })
// @ts-expect-error a feature is a value, not its name
new QueryClient({ features: ['records'] })

client.setQueryDefaults(['orders'], {
  records: {
    of: 'order',
    where: (order: Order) => order.status === 'open',
    sort: (a: Order, b: Order) => b.id - a.id,
    limit: 10,
    count: 'stats.open',
    add: 'start',
    nested: [{ of: 'line', list: 'lines', parent: 'order' }],
  },
})
client.setQueryDefaults(['paid'], {
  records: { of: 'order', where: { status: { equals: 'paid' } }, sort: '-total,id' },
})
// @ts-expect-error start or end
client.setQueryDefaults(['paid'], { records: { of: 'order', add: 'top' } })

client.getMutationCache().build(client, {
  mutationFn: async (order: Order) => order,
  optimistic(intent, order) {
    const changed = intent.record<Order>('order', order.id)
    changed.merge({ status: 'paid' })
    changed.increment('total', 1)
    changed.update((old) => {
      equal<typeof old, Order>(true)
      return { ...old, total: 0 }
    })
    changed.remove()
    intent.record('order', '7').merge({ anything: 1 })
    intent.add<Order>('order', order)
    intent.add('order', order)
    // @ts-expect-error no such status
    changed.merge({ status: 'lost' })
    // @ts-expect-error a status is no number
    changed.increment('status', 1)
    // @ts-expect-error a record is an object
    intent.add('order', 7)
    // @ts-expect-error which one?
    intent.record('order')
  },
})

client.receive('order', { id: 7, status: 'paid' })
client.receiveRemoval('order', 7)
// @ts-expect-error a record, not its id
client.receive('order', 7)

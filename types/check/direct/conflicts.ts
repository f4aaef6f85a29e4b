/** Conflicts and changes of several records, as one who never saw TanStack's types writes them. */
import { byVersion, MutationObserver, QueryClient } from 'sanguine'
import type { Conflict, MutationFunctionContext } from 'sanguine'
import { conflictOf, conflicts, settleDocs } from 'sanguine/conflicts'
import { IntentsObserver } from 'sanguine/intents'
import { equal } from '../equal.js'

interface Order {
  id: number
  status: string
  updatedAt: string
}

declare function updateOrder(order: Partial<Order> & { id: number }, ifMatch: string | null): Promise<Order>

declare function updateOrders(change: { ids: number[]; status: string }): Promise<{ docs: Order[] }>

const client = new QueryClient({ features: [conflicts] })
client.setQueryDefaults(['orders'], { version: byVersion('updatedAt') })

new MutationObserver(client, {
  mutationFn: (order: Partial<Order> & { id: number }, context: MutationFunctionContext) =>
    updateOrder(order, context.version),
  optimistic: (intent, order) => intent.merge(['orders'], order),
  conflict: (error) => error.message === 'stale' || undefined,
  onConflict(conflict) {
    equal<typeof conflict, Conflict<Partial<Order> & { id: number }, Error>>(true)
    equal<typeof conflict.attempt, number>(true)
    return conflict.theirs === undefined ? 'mine' : { ...conflict.variables, status: conflict.theirs.status }
  },
})
new MutationObserver(client, {
  mutationFn: updateOrder as (order: Order) => Promise<Order>,
  conflict: () => ({ theirs: {} }),
  onConflict: async () => 'theirs' as const,
})
new MutationObserver(client, {
  mutationFn: updateOrders,
  settle: settleDocs,
  narrow: (variables, id) => ({ ...variables, ids: [Number(id)] }),
  onSettled(data, error, variables, result, { failed = [] }) {
    failed.map(({ id, error }) => `${id}: ${String(error)}`)
  },
})
new MutationObserver(client, { mutationFn: updateOrders, settle: (answer) => answer && [1, { id: 2, error: 'x' }] })
new MutationObserver(client, {
  mutationFn: updateOrders,
  settle: (answer, { ids }, error) => (error ? { failed: ids, answer: { docs: [] } } : undefined),
})

new MutationObserver(client, {
  mutationFn: updateOrder as (order: Order) => Promise<Order>,
  // @ts-expect-error no such answer
  onConflict: () => 'ours',
})

for (const { state, base, mine, theirs, resolve } of new IntentsObserver(client).getCurrentResult()) {
  if (state === 'conflict') {
    void resolve?.(confirm(`${base} ${mine} ${theirs}`) ? 'mine' : 'theirs')
  }
}

function tell(error: unknown): string {
  const conflict = conflictOf(error)
  return conflict ? String(conflict.theirs) : ''
}
tell(new Error())

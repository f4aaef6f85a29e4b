/** Requests that wait, as one who never saw TanStack's types writes them. */
import { MutationObserver, QueryClient } from 'sanguine'
import type { Coalescing, MutationFunctionContext, MutationOptions } from 'sanguine'
import { IntentsObserver } from 'sanguine/intents'
import { pacing } from 'sanguine/pacing'
import { equal } from '../equal.js'

interface Fields {
  id: number
  title?: string
  seats?: number
}

declare function updateEvent(fields: Fields, context: MutationFunctionContext): Promise<Fields>

const client = new QueryClient({ features: [pacing] })

const observer = new MutationObserver(client, {
  mutationFn: updateEvent,
  scope: { id: 'event 1' },
  coalesce(waiting, next) {
    equal<typeof waiting, Fields>(true)
    return waiting.id === next.id ? { ...waiting, ...next } : undefined
  },
  debounce: { wait: 300, maxWait: 2000 },
  hold: { ms: 5000, onLeave: 'cancel' },
})
const result = observer.getCurrentResult()
equal<typeof result.heldUntil, number | undefined>(true)
equal<ReturnType<NonNullable<typeof result.undo>>, boolean>(true)
result.sendNow?.()

const how: Coalescing[] = ['latest', 'merge', 'insert', 'delete', () => undefined]
const plain: MutationOptions<Fields, Error, Fields> = { coalesce: 'latest', debounce: 300, hold: 5000 }
void [how, plain]

// @ts-expect-error no such word
client.defaultMutationOptions({ coalesce: 'last' })
// @ts-expect-error a pause has a length
client.defaultMutationOptions({ debounce: { maxWait: 1 } })
// @ts-expect-error the page is left, and that is all
client.defaultMutationOptions({ hold: { ms: 1, onLeave: 'keep' } })

client.setMutationDefaults(['save'], {
  mutationFn: (fields: Fields, { keepalive }) => {
    equal<typeof keepalive, boolean | undefined>(true)
    return Promise.resolve(fields)
  },
})
for (const mutation of client.getMutationCache().getAll()) {
  equal<typeof mutation.state.heldUntil, number | undefined>(true)
  mutation.undo?.()
  mutation.sendNow?.()
}
for (const intent of new IntentsObserver(client).getCurrentResult()) {
  equal<typeof intent.heldUntil, number | undefined>(true)
  equal<ReturnType<typeof intent.undo>, boolean>(true)
  equal<ReturnType<typeof intent.sendNow>, boolean>(true)
}

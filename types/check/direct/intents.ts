/** Optimistic mutations, as one who never saw TanStack's types writes them. */
import { byVersion, CancelledError, MutationCache, MutationObserver, QueryClient, temporary } from 'sanguine'
import type { DataTag, InfiniteData, Intent, IntentState, MutationOptions, VersionRule } from 'sanguine'
import { IntentsObserver } from 'sanguine/intents'
import * as apart from 'sanguine/intents'
import type { IntentFilters, IntentResult } from 'sanguine/intents'
import { equal } from '../equal.js'

interface Event {
  id: number
  title: string
  seats: number
  note?: string
}

declare function updateEvent(event: Partial<Event> & { id: number }): Promise<Event>

const client = new QueryClient()

// The pattern of the documentation, without a type argument.
const observer = new MutationObserver(client, {
  mutationFn: updateEvent,
  optimistic(intent, event) {
    equal<typeof event, Partial<Event> & { id: number }>(true)
    intent.update(['events', event.id], (old) => ({ ...old, ...event }))
    intent.update(['events'], (list) => list.map((e: Event) => (e.id === event.id ? { ...e, ...event } : e)))
  },
})
equal<ReturnType<typeof observer.mutate>, Promise<Event>>(true)

// Every helper, with the type of the value.
function helpers(intent: Intent, event: Event): void {
  intent.update<Event>(['events', event.id], (old) => ({ ...old, title: old.title.trim() }))
  intent.update<Event>(['events', event.id], () => undefined)
  intent.set<Event>(['events', event.id], event)
  intent.set<Event>(['events', event.id], (old) => {
    equal<typeof old, Event | undefined>(true)
    return old && { ...old, title: 'x' }
  })
  intent.set<number>(['count'], (old = 0) => old + 1)
  intent.set(['count'], (old) => (old ?? 0) + 1)
  intent.merge<Event>(['events', event.id], { title: 'x' })
  intent.merge<Event[]>(['events'], { id: 1, title: 'x' })
  intent.remove<Event[]>(['events'], event.id)
  intent.upsert<Event[]>(['events'], event)
  intent.append<Event[]>(['events'], event)
  intent.prepend<{ docs: Event[]; totalDocs: number }>({ queryKey: ['events'] }, event)
  intent.append<InfiniteData<{ docs: Event[] }>>(['events', 'pages'], event)
  intent.increment<Event>(['events', event.id], 'seats', -1)
  intent.increment<{ docs: Event[]; totalDocs: number }>(['events'], 'totalDocs', 1)
  intent.increment<{ docs: Event[]; totalDocs: number }>(['events'], 'seats', 1, event.id)
  intent.increment<Event>({ queryKey: ['events'] }, 'seats', 1, event.id)
  intent.increment<InfiniteData<Event[]>>(['events', 'pages'], 'seats', 1, event.id)
  intent.increment(['events'], 'seats', 1, event.id)
  // Records whose id has another name.
  intent.merge<{ _id: string; title: string }[]>(['posts'], { _id: 'a', title: 'x' })
  equal<typeof intent.state, IntentState>(true)

  // @ts-expect-error the function gives no Event
  intent.update<Event>(['events', 1], (old) => old.title)
  // @ts-expect-error a promise is no value
  intent.update<Event>(['events', 1], async (old) => old)
  // @ts-expect-error a field that an Event has not
  intent.merge<Event>(['events', 1], { name: 'x' })
  // @ts-expect-error which of the list?
  intent.merge<Event[]>(['events'], { title: 'x' })
  // @ts-expect-error the id of an Event is a number
  intent.remove<Event[]>(['events'], '1')
  // @ts-expect-error no whole Event
  intent.upsert<Event[]>(['events'], { id: 1 })
  // @ts-expect-error no number
  intent.increment<Event>(['events', 1], 'title', 1)
  // @ts-expect-error a field of the page, not of the record
  intent.increment<{ docs: Event[]; totalDocs: number }>(['events'], 'totalDocs', 1, event.id)
  // @ts-expect-error the function gives no Event
  intent.set<Event>(['events', 1], (old) => old?.title)
  // @ts-expect-error by how much?
  intent.increment<Event>(['events', 1], 'seats')
  // @ts-expect-error neither a key nor filters
  intent.set('events', event)
  // @ts-expect-error it is read only
  intent.state = 'failed'
}

// A tagged key knows the type of its value.
declare const one: DataTag<['events', number], Event, Error>
declare const list: DataTag<['events'], Event[], Error>
function tagged(intent: Intent, event: Event): void {
  intent.update(one, (old) => {
    equal<typeof old, Event>(true)
    return { ...old, title: 'x' }
  })
  intent.update(list, (old) => old.filter((e) => e.id !== event.id))
  intent.set(list, (old) => [...(old ?? []), event])
  intent.increment(list, 'seats', 1, event.id)
  intent.merge(list, { id: 1, note: 'x' })
  intent.increment(one, 'seats', 1)
  // @ts-expect-error the tag says Event[]
  intent.set(list, event)
  // @ts-expect-error the tag says Event
  intent.update(one, () => 'x')
  // @ts-expect-error no number
  intent.increment(one, 'title', 1)
}

// Records that the server has not named yet, and records with versions.
function added(intent: Intent, event: Omit<Event, 'id'> & { id: string }): void {
  temporary(intent, event.id)
  temporary(intent, event.id, (answer: { doc: Event }) => answer.doc.id)
  // @ts-expect-error a temporary id is a text
  temporary(intent, 1)
}
equal<ReturnType<typeof byVersion>, VersionRule>(true)
client.setQueryDefaults(['events'], { version: byVersion('updatedAt'), records: { id: '_id', list: 'data.items' } })
equal<typeof apart.temporary, typeof temporary>(true)
equal<typeof apart.byVersion, typeof byVersion>(true)

const options: MutationOptions<Event, Error, Event> = {
  mutationFn: async (event, { signal, idempotencyKey, client: c }) => {
    equal<typeof signal, AbortSignal | undefined>(true)
    equal<typeof idempotencyKey, string | undefined>(true)
    equal<typeof c, QueryClient>(true)
    return event
  },
  optimistic: tagged,
  resync: false,
  merge: (data, variables, old) => {
    equal<typeof data, Event>(true)
    equal<typeof variables, Event>(true)
    return { ...old, ...data }
  },
  scope: { id: 'events' },
}
options.outcome = (error) => (error instanceof TypeError ? 'failed' : undefined)
new QueryClient({ defaultOptions: { mutations: { outcome: () => 'unknown' } } })
// @ts-expect-error neither unknown nor failed
options.outcome = () => 'lost'
// @ts-expect-error optimistic returns nothing, and no promise
options.optimistic = async () => {}
// @ts-expect-error other variables
options.optimistic = (intent: Intent, variables: string) => intent.set(['x'], variables)
options.resync = ['events']
options.resync = { queryKey: ['events'], type: 'active' }
options.resync = (data, variables) => (data ? ['events', data.id] : { queryKey: ['events', variables.id] })
// @ts-expect-error neither a boolean nor a target
options.resync = 'never'
// @ts-expect-error a function that says nothing
options.resync = () => {}

const mutation = client.getMutationCache().build(client, options)
equal<ReturnType<typeof mutation.cancel>, void>(true)
mutation
  .execute({ id: 1, title: '', seats: 0 })
  .catch((error: unknown) => error instanceof CancelledError && error.revert)
// @ts-expect-error an Intent is given, never made
new Intent()

export { added, helpers, observer }

// What has left the views.
const cache = new MutationCache({
  onRollback(intent, rolledBack) {
    equal<typeof intent.state, 'failed' | 'conflict' | 'unknown'>(true)
    equal<typeof intent.error, unknown>(true)
    rolledBack.execute(intent.variables).catch(() => {})
  },
})
new QueryClient({ mutationCache: cache })

// What is pending.
const intents = new IntentsObserver(client, { queryKey: ['events'], id: 1 })
const row: IntentFilters = { record: 'event', id: 1 }
intents.setOptions(row)
const stop: () => void = intents.subscribe((all) => equal<typeof all, IntentResult[]>(true))
intents.setOptions(['events', 1])
intents.setOptions()
const filters: IntentFilters = { queryKey: ['events'], exact: true }
// The methods may be taken off the observer, as useSyncExternalStore does.
const { getCurrentResult } = new IntentsObserver(client, filters)
for (const each of getCurrentResult()) {
  equal<typeof each.state, IntentState | 'held'>(true)
  equal<typeof each.fields, string[]>(true)
  equal<ReturnType<typeof each.retry>, Promise<unknown>>(true)
  each.discard()
}
stop()
// @ts-expect-error no filters
new IntentsObserver(client, 'events')

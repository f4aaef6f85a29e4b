/** An app that keeps TanStack's types for query-core, with the engine behind them: the augmentation says what is more. */
import {
  QueryClient,
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query'
import type { Mutation } from '@tanstack/react-query'
import type { SanguineMutationContext } from 'sanguine/react-query'
import { pacing } from 'sanguine/pacing'
import { records } from 'sanguine/records'
import { useDraft, useDraftField, useIntents, usePendingIntents, useUnsavedIntents } from 'sanguine/react'
import { equal } from '../equal.js'

interface Event {
  id: number
  title: string
}

declare function updateEvent(event: Event, signal?: AbortSignal): Promise<Event>

declare function fetchEvent(id: number): Promise<Event>

const eventOptions = (id: number) => queryOptions({ queryKey: ['events', id], queryFn: () => fetchEvent(id) })
const pagesOptions = infiniteQueryOptions({
  queryKey: ['events', 'pages'],
  queryFn: async (): Promise<{ docs: Event[] }> => ({ docs: [] }),
  initialPageParam: 1,
  getNextPageParam: () => null,
})

/** The tags of TanStack's own types say what a value is. */
export function useTagged() {
  return useMutation({
    mutationFn: (event: Event) => updateEvent(event),
    optimistic(intent, event) {
      const { queryKey } = eventOptions(event.id)
      intent.set(queryKey, event)
      intent.update(queryKey, (old) => {
        equal<typeof old, Event>(true)
        return { ...old, title: event.title }
      })
      intent.merge(queryKey, { title: event.title })
      intent.merge(pagesOptions.queryKey, { id: event.id, title: event.title })
      intent.upsert(pagesOptions.queryKey, event)
      intent.increment(queryKey, 'id', 1)
      // @ts-expect-error the key's tag says Event
      intent.set(queryKey, event.title)
      // @ts-expect-error a title is a text
      intent.merge(queryKey, { title: 1 })
      // @ts-expect-error no such field
      intent.merge(queryKey, { name: '' })
      // @ts-expect-error the updater makes an Event
      intent.update(queryKey, () => 'x')
      // @ts-expect-error a title is no number
      intent.increment(queryKey, 'title', 1)
      // @ts-expect-error its id is a number
      intent.remove(pagesOptions.queryKey, 'x')
      intent.set(['untagged'], 'anything')
    },
  })
}

export function useSave() {
  const client = useQueryClient()
  useMutationState({ select: (mutation) => mutation.cancel() })
  return useMutation({
    mutationFn: (event: Event, { signal }: SanguineMutationContext) => updateEvent(event, signal),
    optimistic(intent, event) {
      equal<typeof event, Event>(true)
      intent.update<Event>(['events', event.id], (old) => ({ ...old, ...event }))
      intent.merge({ queryKey: ['events'] }, event)
      // @ts-expect-error no such helper
      intent.replace(['events'], event)
    },
    merge: (answer, _variables, old: Event) => ({ ...old, ...answer }),
    outcome(error) {
      equal<typeof error, Error>(true)
      return error.name === 'NotDelivered' ? 'unknown' : undefined
    },
    resync: false,
    onSettled: (_data, _error, event) => client.invalidateQueries(['events', event.id]),
  })
}

export function useUnsaved(client: QueryClient, id: number): string[] {
  usePendingIntents(['events', id])
  // @ts-expect-error no such filter
  useIntents({ record: id })
  return useUnsavedIntents({ queryKey: ['events'], id }, client).map((intent) => {
    const done: Promise<unknown> = intent.retry()
    return `${intent.state} ${intent.fields.join()} ${String(done)}`
  })
}

export async function bareKeys(client: QueryClient, mutation: Mutation<Event>): Promise<number> {
  await client.cancelQueries(['events'], { silent: true })
  await client.cancelQueries({ queryKey: ['events'] })
  await client.refetchQueries(['events'])
  await client.resetQueries(['events'])
  client.removeQueries(['events'])
  client.setQueriesData<number>(['counts'], (old) => (old ?? 0) + 1)
  client.setQueryDefaults(['posts'], { records: { id: '_id', list: 'data.items' } })
  client.getQueryCache().findAll(['events'])
  client.getQueryCache().find(['events', 1])
  mutation.cancel()
  // @ts-expect-error neither failed nor unknown
  client.defaultMutationOptions({ mutationFn: updateEvent, outcome: () => 'lost' })
  // @ts-expect-error a key is an array
  await client.invalidateQueries('events')
  // @ts-expect-error optimistic returns nothing, and no promise
  client.defaultMutationOptions({ mutationFn: updateEvent, optimistic: async () => {} })
  return client.isFetching(['events'])
}

new QueryClient({ onMutateWrites: 'intents' })
// @ts-expect-error there is no such word
new QueryClient({ onMutateWrites: 'sometimes' })

/** The feature records on TanStack's own types. */
export function withRecords() {
  const client = new QueryClient({ features: [records] })
  client.setQueryDefaults(['events'], { records: { of: 'event', where: (event: Event) => event.id > 0, limit: 10 } })
  client.receive('event', { id: 7, title: '' })
  client.receiveRemoval('event', 7)
  return client
}

/** The feature pacing on TanStack's own types. */
export function useHeld(id: number) {
  const { mutate, heldUntil, undo, sendNow } = useMutation({
    mutationFn: (event: Event, context: SanguineMutationContext) => {
      equal<typeof context.keepalive, boolean | undefined>(true)
      return updateEvent(event)
    },
    scope: { id: `event ${id}` },
    coalesce: (waiting, next) => ({ ...waiting, ...next }),
    debounce: { wait: 300 },
    hold: 5000,
  })
  equal<typeof heldUntil, number | undefined>(true)
  equal<typeof undo, (() => boolean) | undefined>(true)
  return { mutate, sendNow, client: new QueryClient({ features: [pacing, records] }) }
}

/** A form on TanStack's own types. */
export function Form({ id }: { id: number }) {
  const options = { queryKey: ['events', id], id, mutation: (event: Event) => updateEvent(event) }
  const draft = useDraft<Event>(options)
  equal<typeof draft.value, Event | undefined>(true)
  draft.set('title', 'A')
  // @ts-expect-error a title is a text
  draft.set('title', 7)
  const title = useDraftField<Event, 'title'>(options, 'title')
  equal<typeof title.value, string>(true)
  return (
    <form onSubmit={() => void draft.save()}>
      <input {...draft.input('title')} />
      <textarea {...title.input} />
      <input type="checkbox" {...draft.checkbox('done')} />
      <p>{draft.field('title').message}</p>
    </form>
  )
}

import type { QueryClient, QueryKey, UseMutationOptions } from '@tanstack/react-query'

import {
  eventKeys,
  inOrder,
  temporaryEvent,
  withChange,
  withoutEvent,
  type EventChange,
  type EventField,
  type NewEvent,
  type ShopEvent,
} from './event-data'
import { createEvent, deleteEvent, updateEvent } from './event-requests'

/*
 * The three changes of an event, each in the pattern of TanStack Query's guide: cancel, remember, write; put back what was
 * remembered on an error; ask the server at the end.
 */

export const eventMutationKeys = {
  all: ['events'],
  change: ['events', 'change'],
  add: ['events', 'add'],
  remove: ['events', 'remove'],
} as const

/** The lists of events that are cached, by their keys. */
type Lists = [QueryKey, ShopEvent[] | undefined][]

const shared = {
  // A cut network is a failure that is shown, not a wait.
  networkMode: 'always',
  // What was not saved stays to be tried again, also on another page of the shop.
  gcTime: 60 * 60_000,
} as const

/** One field of one event. Its changes leave one after the other; those of other fields wait for nobody. */
export const changeEvent = (
  client: QueryClient,
  id: number,
  field: EventField,
): UseMutationOptions<ShopEvent, Error, EventChange, { event?: ShopEvent; lists: Lists }> => ({
  ...shared,
  mutationKey: eventMutationKeys.change,
  scope: { id: `event ${id} ${field}` },
  mutationFn: updateEvent,
  async onMutate(change) {
    await client.cancelQueries({ queryKey: eventKeys.all })
    const event = client.getQueryData<ShopEvent>(eventKeys.detail(id))
    const lists = client.getQueriesData<ShopEvent[]>({ queryKey: eventKeys.lists })
    const listed = lists.flatMap(([, list = []]) => list).find((other) => other.id === id)
    // Its page may not have been opened yet.
    client.setQueryData<ShopEvent>(eventKeys.detail(id), (old = listed) => old && { ...old, [field]: change.value })
    client.setQueriesData<ShopEvent[]>({ queryKey: eventKeys.lists }, (old) => old && withChange(old, change))
    return { event, lists }
  },
  onError(_error, _change, before) {
    client.setQueryData(eventKeys.detail(id), before?.event)
    putBack(client, before?.lists)
  },
  onSettled: () => askTheServer(client),
})

/** A new event: it has a temporary id until the list that is fetched then has it. */
export const addEvent = (
  client: QueryClient,
): UseMutationOptions<ShopEvent, Error, NewEvent, { added: ShopEvent; lists: Lists }> => ({
  ...shared,
  mutationKey: eventMutationKeys.add,
  mutationFn: createEvent,
  async onMutate(fields) {
    await client.cancelQueries({ queryKey: eventKeys.lists })
    const lists = client.getQueriesData<ShopEvent[]>({ queryKey: eventKeys.lists })
    const added = temporaryEvent(fields)
    client.setQueriesData<ShopEvent[]>({ queryKey: eventKeys.lists }, (old) => old && inOrder([...old, added]))
    return { added, lists }
  },
  onSuccess(event, _fields, { added }) {
    shownAs.set(event.id, added.id)
  },
  onError(_error, _fields, before) {
    putBack(client, before?.lists)
  },
  onSettled: () => askTheServer(client),
})

export const removeEvent = (client: QueryClient): UseMutationOptions<void, Error, ShopEvent, { lists: Lists }> => ({
  ...shared,
  mutationKey: eventMutationKeys.remove,
  mutationFn: ({ id }) => deleteEvent(id),
  async onMutate({ id }) {
    await client.cancelQueries({ queryKey: eventKeys.lists })
    const lists = client.getQueriesData<ShopEvent[]>({ queryKey: eventKeys.lists })
    client.setQueriesData<ShopEvent[]>({ queryKey: eventKeys.lists }, (old) => old && withoutEvent(old, id))
    return { lists }
  },
  onSuccess(_nothing, { id }) {
    client.removeQueries({ queryKey: eventKeys.detail(id) })
  },
  onError(_error, _event, before) {
    putBack(client, before?.lists)
  },
  onSettled: () => askTheServer(client),
})

function putBack(client: QueryClient, lists: Lists = []): void {
  for (const [key, list] of lists) {
    client.setQueryData(key, list)
  }
}

/** The mutation does not wait for this: the page says at once what became of it. */
function askTheServer(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: eventKeys.all })
}

/** The temporary ids of the events that this tab has added, by those that the server gave them. */
const shownAs = new Map<number, number>()

/** What React knows the row of an event by: the same before and after the server's answer, so that the focus stays. */
export const rowKey = (id: number) => shownAs.get(id) ?? id

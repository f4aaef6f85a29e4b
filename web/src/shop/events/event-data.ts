import type { Event } from '@/payload-types'

export type ShopEvent = Event

/** The fields of an event that a person fills in. */
export const eventFields = ['title', 'date', 'location', 'description'] as const

export type EventField = (typeof eventFields)[number]

/** What an event is made of when it is added. */
export type NewEvent = Pick<ShopEvent, 'title' | 'date' | 'location'>

export type EventChange = { id: number; field: EventField; value: string }

/** The keys of the cache: one list of all events, and one query for each event that was opened. */
export const eventKeys = {
  all: ['events'],
  lists: ['events', 'list'],
  detail: (id: number) => ['events', 'detail', id],
} as const

/** In the order in which the server answers the list: by date. */
export const inOrder = (events: ShopEvent[]) => events.toSorted((a, b) => a.date.localeCompare(b.date))

export const withChange = (events: ShopEvent[], { id, field, value }: EventChange) =>
  inOrder(events.map((event) => (event.id === id ? { ...event, [field]: value } : event)))

export const withoutEvent = (events: ShopEvent[], id: number) => events.filter((event) => event.id !== id)

/** The id of an event that the server has not answered yet: below zero, because the server gives none below zero. */
export const isTemporary = (id: number) => id < 0

let lastTemporary = 0

/** An event as it is shown until the server has answered. */
export function temporaryEvent(fields: NewEvent): ShopEvent {
  lastTemporary--
  return { ...fields, id: lastTemporary, version: 0, createdAt: '', updatedAt: '' }
}

/** A title to speak of, also while the one that is being saved is empty. */
export const titleOf = (event: Pick<ShopEvent, 'title'> | undefined) => event?.title.trim() || 'Untitled'

import 'server-only'

import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query'
import { cache } from 'react'

import { shopPayload } from '../payload'
import { eventKeys, type ShopEvent } from './event-data'

/** As the public sees them. */
const asPublic = { collection: 'events', depth: 0, overrideAccess: false } as const

/** Reads all events and packs them for the trip to the browser. */
export async function dehydratedEvents(): Promise<DehydratedState> {
  const client = new QueryClient()
  await client.prefetchQuery({ queryKey: eventKeys.lists, queryFn: allEvents })
  return dehydrate(client)
}

async function allEvents(): Promise<ShopEvent[]> {
  const payload = await shopPayload()
  return (await payload.find({ ...asPublic, pagination: false, sort: 'date' })).docs
}

/** One event, or null; for one request it is read once. */
export const eventOf = cache(async (id: string): Promise<ShopEvent | null> => {
  // Payload answers a server error to an id that is no number.
  if (!/^\d{1,15}$/.test(id)) {
    return null
  }
  const payload = await shopPayload()
  return payload.findByID({ ...asPublic, id: Number(id), disableErrors: true })
})

export async function dehydratedEvent(event: ShopEvent): Promise<DehydratedState> {
  const client = new QueryClient()
  await client.prefetchQuery({ queryKey: eventKeys.detail(event.id), queryFn: () => event })
  return dehydrate(client)
}

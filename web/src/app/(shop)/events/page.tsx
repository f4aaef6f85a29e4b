import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'

import { EventList } from '@/shop/events/event-list'
import { dehydratedEvents } from '@/shop/events/events-server'
import { signedInUser } from '@/shop/payload'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Events' }

export default async function EventsRoute() {
  const [state, user] = await Promise.all([dehydratedEvents(), signedInUser()])
  return (
    <>
      <h1>Events</h1>
      <p className="without-scripts">
        Without JavaScript events can be read, but not added, changed or deleted. All links work, and so do signing in
        and signing out.
      </p>
      <HydrationBoundary state={state}>
        <EventList canChange={user !== null} />
      </HydrationBoundary>
    </>
  )
}

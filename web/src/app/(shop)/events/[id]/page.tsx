import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { EventPage } from '@/shop/events/event-page'
import { dehydratedEvent, eventOf } from '@/shop/events/events-server'
import { signedInUser } from '@/shop/payload'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await eventOf((await params).id)
  return { title: event?.title ?? 'Not found' }
}

export default async function EventRoute({ params }: Props) {
  const event = await eventOf((await params).id)
  if (!event) {
    notFound()
  }
  const [state, user] = await Promise.all([dehydratedEvent(event), signedInUser()])
  return (
    <>
      <p className="without-scripts">
        Without JavaScript the event can be read, but not changed. All links work, and so do signing in and signing out.
      </p>
      <HydrationBoundary state={state}>
        <EventPage id={event.id} canChange={user !== null} />
      </HydrationBoundary>
    </>
  )
}

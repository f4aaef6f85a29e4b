import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { formatDate } from '@/shop/dates'
import { shopPayload } from '@/shop/payload'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }> }

const findEvent = cache(async (id: string) => {
  // Payload answers a server error to an id that is no number.
  if (!/^\d+$/.test(id)) {
    return null
  }
  const payload = await shopPayload()
  return payload.findByID({ collection: 'events', id, depth: 0, overrideAccess: false, disableErrors: true })
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findEvent((await params).id)
  return { title: event?.title ?? 'Not found' }
}

export default async function EventPage({ params }: Props) {
  const event = await findEvent((await params).id)
  if (!event) {
    notFound()
  }
  return (
    <article className="narrow">
      <h1>{event.title}</h1>
      <dl>
        <dt>Date</dt>
        <dd>
          <time dateTime={event.date}>{formatDate(event.date)}</time>
        </dd>
        <dt>Location</dt>
        <dd>{event.location}</dd>
      </dl>
      <p>{event.description}</p>
      <p>
        <Link href="/events">All events</Link>
      </p>
    </article>
  )
}

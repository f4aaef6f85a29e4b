import type { Metadata } from 'next'
import Link from 'next/link'

import { formatDate } from '@/shop/dates'
import { shopPayload } from '@/shop/payload'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Events' }

export default async function EventsPage() {
  const payload = await shopPayload()
  const { docs } = await payload.find({
    collection: 'events',
    pagination: false,
    sort: 'date',
    depth: 0,
    overrideAccess: false,
  })
  return (
    <>
      <h1>Events</h1>
      <table className="events">
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Date</th>
            <th scope="col">Location</th>
          </tr>
        </thead>
        <tbody>
          {docs.map((event) => (
            <tr key={event.id} className="event">
              <td>
                <Link href={`/events/${event.id}`}>{event.title}</Link>
              </td>
              <td>
                <time dateTime={event.date}>{formatDate(event.date)}</time>
              </td>
              <td>{event.location}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

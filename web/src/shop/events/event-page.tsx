'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { formatDate } from '../dates'
import { Controls } from './alive'
import { useFieldChanges } from './event-changes'
import { eventFields, titleOf, type ShopEvent } from './event-data'
import { EventField } from './event-field'
import { eventDetail } from './event-queries'
import { SignInNote } from './sign-in-note'

type Props = {
  id: number
  /** False if nobody is signed in. */
  canChange: boolean
}

/** One event. Who is signed in can change it here, field by field. */
export function EventPage({ id, canChange }: Props) {
  const { data: event, isPending, isError } = useQuery(eventDetail(id))
  if (isPending) {
    return <p>Loading the event…</p>
  }
  return (
    <article>
      <p className="event-back">
        <Link href="/events">All events</Link>
      </p>
      {event && isError && (
        <p className="event-note">The event could not be read again. It may have changed meanwhile.</p>
      )}
      {event ? <OneEvent event={event} canChange={canChange} /> : <NoEvent isError={isError} />}
    </article>
  )
}

const NoEvent = ({ isError }: { isError: boolean }) => (
  <>
    <h1>{isError ? 'Not loaded' : 'This event is gone'}</h1>
    <p>
      {isError ? 'The event cannot be loaded. Check the connection and load the page again.' : 'It has been deleted.'}
    </p>
  </>
)

function OneEvent({ event, canChange }: { event: ShopEvent; canChange: boolean }) {
  return (
    <div className="one-event">
      <EventFacts {...event} />
      {canChange ? <EventForm event={event} /> : <SignInNote to="to change this event" />}
    </div>
  )
}

/** The event as a text. */
function EventFacts({ date, location, description, ...event }: ShopEvent) {
  return (
    <div className="event-facts">
      <h1>{titleOf(event)}</h1>
      <p className="event-when">
        <time dateTime={date}>{formatDate(date)}</time>
        <br />
        {location}
      </p>
      {description && <p className="event-text">{description}</p>}
    </div>
  )
}

function EventForm({ event }: { event: ShopEvent }) {
  const changes = useFieldChanges(event.id)
  return (
    <section className="event-form" aria-labelledby="event-form">
      <h2 id="event-form">Change this event</h2>
      <p className="event-hint">A field is saved when you leave it, or by Enter; the description by Ctrl and Enter.</p>
      <Controls>
        <div className="event-fields">
          {eventFields.map((field) => (
            <EventField key={field} event={event} field={field} latest={changes[field]} />
          ))}
        </div>
      </Controls>
    </section>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'

import { AddEvent } from './add-event'
import { Controls } from './alive'
import { rowKey } from './event-mutations'
import { eventList } from './event-queries'
import { EventRow } from './event-row'
import { useListFocus } from './list-focus'
import { SignInNote } from './sign-in-note'

type Props = {
  /** False if nobody is signed in. */
  canChange: boolean
}

/** All events by date. Who is signed in can add, change and delete. */
export function EventList({ canChange }: Props) {
  const { data: events, isPending, isError } = useQuery(eventList)
  const list = useRef<HTMLTableSectionElement>(null)
  const head = useRef<HTMLTableCaptionElement>(null)
  const keepFocus = useListFocus(list, head)

  if (isPending) {
    return <p>Loading the events…</p>
  }
  if (!events) {
    return <p className="event-note">The events cannot be loaded. Check the connection and load the page again.</p>
  }
  return (
    <Controls>
      {canChange ? <AddEvent /> : <SignInNote to="to add, change and delete events" />}
      {isError && <p className="event-note">The list could not be read again. It may have changed meanwhile.</p>}
      <table className="events">
        <caption ref={head} tabIndex={-1}>
          {events.length === 1 ? '1 event' : `${events.length} events`}, by date
        </caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Date</th>
            <th scope="col">Location</th>
            {canChange && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody ref={list} {...keepFocus}>
          {events.map((event) => (
            <EventRow key={rowKey(event.id)} event={event} canChange={canChange} />
          ))}
        </tbody>
      </table>
    </Controls>
  )
}

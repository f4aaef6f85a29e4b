import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

import { discard, useNotAdded, type Sent } from './event-changes'
import { titleOf, type NewEvent } from './event-data'
import { addEvent } from './event-mutations'
import { Reason } from './event-problem'
import { NotSaved } from './event-requests'
import { quoted } from './event-values'
import { NewEventForm } from './new-event-form'

/** The form for a new event, and below it those that could not be added, as they were filled in. */
export function AddEvent() {
  const client = useQueryClient()
  const add = useMutation(addEvent(client))
  const notAdded = useNotAdded()
  const section = useRef<HTMLElement>(null)
  const focusForm = () => section.current?.querySelector('input')?.focus()

  return (
    <section ref={section} className="add-event" aria-labelledby="add-event">
      <h2 id="add-event">Add an event</h2>
      <NewEventForm button="Add" submit={add.mutate} />
      {notAdded.map((failure) => (
        <NotAdded
          key={failure.mutationId}
          failure={failure}
          retry={(event) => {
            discard(client, failure)
            add.mutate(event)
            focusForm()
          }}
          discard={() => {
            discard(client, failure)
            focusForm()
          }}
        />
      ))}
    </section>
  )
}

type NotAddedProps = {
  failure: Sent<NewEvent>
  retry: (event: NewEvent) => void
  discard: () => void
}

/** An event that was not added: why, and the form with it, to be corrected. */
function NotAdded({ failure: { variables, error }, retry, discard }: NotAddedProps) {
  const title = quoted(titleOf(variables))
  const faults = error instanceof NotSaved ? error.faults : {}
  const hasFaults = Object.keys(faults).length > 0
  return (
    <div className="not-added" role="group" aria-label={`Not added: ${title}`}>
      <p className="problem">
        {title} was not added: {hasFaults ? 'look at what is marked.' : <Reason error={error} />}
      </p>
      <NewEventForm initial={variables} faults={faults} button="Try again" submit={retry}>
        <button type="button" onClick={discard}>
          Discard
        </button>
      </NewEventForm>
    </div>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { memo, useRef, useState, type KeyboardEvent } from 'react'

import { formatDate } from '../dates'
import { discard, isFailed, isPending, useFieldChanges, useRemoval, type FieldChanges } from './event-changes'
import { eventFields, isTemporary, titleOf, type ShopEvent } from './event-data'
import { EventField } from './event-field'
import { removeEvent } from './event-mutations'
import { EventProblem } from './event-problem'
import { UnsavedField } from './unsaved-field'

type Props = {
  event: ShopEvent
  /** False if nobody is signed in. */
  canChange: boolean
}

/** One event in the list: shown, or with its fields to fill in. */
export const EventRow = memo(function EventRow({ event, canChange }: Props) {
  const changes = useFieldChanges(event.id)
  /** After it was edited, its button has the focus again. */
  const [state, setState] = useState<'shown' | 'edited' | 'shown again'>('shown')
  const isEdited = state === 'edited' && canChange

  return (
    <tr className="event" data-event={event.id} data-pending={isBeingSaved(event, changes) || undefined}>
      {isEdited ? (
        <EditedCells event={event} changes={changes} close={() => setState('shown again')} />
      ) : (
        <ShownCells
          event={event}
          changes={changes}
          canChange={canChange}
          edit={() => setState('edited')}
          autoFocus={state === 'shown again'}
        />
      )}
    </tr>
  )
})

const isBeingSaved = ({ id }: ShopEvent, changes: FieldChanges) =>
  isTemporary(id) || Object.values(changes).some(isPending)

type ShownProps = Props & {
  changes: FieldChanges
  edit: () => void
  autoFocus: boolean
}

function ShownCells({ event, changes, canChange, edit, autoFocus }: ShownProps) {
  const client = useQueryClient()
  const { mutate: remove } = useMutation(removeEvent(client))
  const removal = useRemoval(event.id)
  const title = titleOf(event)
  const isNew = isTemporary(event.id)
  const link = useRef<HTMLAnchorElement>(null)
  /** Before a button goes away that has the focus. */
  const keepFocus = () => link.current?.focus()

  return (
    <>
      <td className="event-title">
        {isNew ? (
          <span className="event-name">{title}</span>
        ) : (
          <Link ref={link} className="event-name" href={`/events/${event.id}`}>
            {title}
          </Link>
        )}
        {isBeingSaved(event, changes) && (
          <span className="event-state event-saving">{isNew ? 'Being added…' : 'Saving…'}</span>
        )}
        {canChange && (
          <>
            {eventFields.map((field) => (
              <UnsavedField key={field} event={event} latest={changes[field]} keepFocus={keepFocus} />
            ))}
            {removal && isFailed(removal) && (
              <EventProblem
                what="Not deleted"
                error={removal.error}
                about={`delete ${title}`}
                retry={() => {
                  discard(client, removal)
                  remove(event)
                }}
                discard={() => {
                  keepFocus()
                  discard(client, removal)
                }}
              />
            )}
          </>
        )}
      </td>
      <td className="event-date">
        <time dateTime={event.date}>{formatDate(event.date)}</time>
      </td>
      <td className="event-location">{event.location}</td>
      {canChange && (
        <td className="event-actions">
          {isNew ? (
            <span className="event-hint">Can be changed as soon as it is saved</span>
          ) : (
            <>
              <button type="button" aria-label={`Edit ${title}`} autoFocus={autoFocus} onClick={edit}>
                Edit
              </button>
              <button
                type="button"
                className="event-delete"
                aria-label={`Delete ${title}`}
                onClick={() => remove(event)}
              >
                Delete
              </button>
            </>
          )}
        </td>
      )}
    </>
  )
}

type EditedProps = {
  event: ShopEvent
  changes: FieldChanges
  close: () => void
}

/** The fields that the list shows, to fill in. Each is saved for itself. */
function EditedCells({ event, changes, close }: EditedProps) {
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') {
      close()
    }
  }
  return (
    <td className="event-edited" colSpan={4} onKeyDown={closeOnEscape}>
      <div className="event-fields" role="group" aria-label={`Edit ${titleOf(event)}`}>
        <EventField event={event} field="title" latest={changes.title} autoFocus />
        <EventField event={event} field="date" latest={changes.date} />
        <EventField event={event} field="location" latest={changes.location} />
        <button type="button" onClick={close}>
          Done
        </button>
      </div>
    </td>
  )
}

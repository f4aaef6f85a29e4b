import { useMutation, useQueryClient } from '@tanstack/react-query'

import { discard, isFailed, type Sent } from './event-changes'
import { titleOf, type EventChange, type ShopEvent } from './event-data'
import { changeEvent } from './event-mutations'
import { EventProblem } from './event-problem'
import { fieldKinds, quoted } from './event-values'

type Props = {
  event: ShopEvent
  latest?: Sent<EventChange>
  /** Before a button goes away that has the focus. */
  keepFocus: () => void
}

/** A field that was not saved, shown if its input is not open. */
export function UnsavedField({ event, latest, keepFocus }: Props) {
  return latest && isFailed(latest) ? <Unsaved event={event} failed={latest} keepFocus={keepFocus} /> : null
}

type UnsavedProps = Omit<Props, 'latest'> & { failed: Sent<EventChange> }

function Unsaved({ event, failed, keepFocus }: UnsavedProps) {
  const { field, value } = failed.variables
  const client = useQueryClient()
  const { mutate: change } = useMutation(changeEvent(client, event.id, field))
  const { label } = fieldKinds[field]
  return (
    <EventProblem
      what={
        value.trim()
          ? `${label} ${quoted(value, field)} was not saved`
          : `An empty ${label.toLowerCase()} was not saved`
      }
      error={failed.error}
      about={`${label.toLowerCase()} of ${titleOf(event)}`}
      retry={() => {
        keepFocus()
        discard(client, failed)
        change(failed.variables)
      }}
      discard={() => {
        keepFocus()
        discard(client, failed)
      }}
    />
  )
}

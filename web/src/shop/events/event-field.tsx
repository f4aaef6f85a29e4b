import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type KeyboardEvent } from 'react'

import { discard, isFailed, isPending, type Sent } from './event-changes'
import { titleOf, type EventChange, type EventField as Field, type ShopEvent } from './event-data'
import { changeEvent } from './event-mutations'
import { EventProblem } from './event-problem'
import { fieldKinds, fromInput, quoted, toInput } from './event-values'

type Props = {
  event: ShopEvent
  field: Field
  /** The latest change of this field, if there is one. */
  latest?: Sent<EventChange>
  /** True for a field that appears because a person wants to fill it in. */
  autoFocus?: boolean
}

/**
 * One field of an event. It is saved by Enter, or when it is left, and says beside it what became of that. What was typed
 * stays until it is saved or discarded, whatever happens to other fields and to the event.
 */
export function EventField({ event, field, latest, autoFocus }: Props) {
  const client = useQueryClient()
  const { mutateAsync } = useMutation(changeEvent(client, event.id, field))
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const id = useId()
  const [draft, setDraft] = useState<string>()
  const [incomplete, setIncomplete] = useState(false)
  const [openedAt] = useState(Date.now)
  /** What is on its way: Enter twice, or Enter and then leaving the field, sends it once. */
  const onItsWay = useRef<string>(undefined)

  const failed = isFailed(latest) ? latest : undefined
  const typed = draft ?? (failed && toInput(field, failed.variables.value))
  const saved = toInput(field, event[field])
  const { label, hint, type } = fieldKinds[field]
  const about = `${label.toLowerCase()} of ${titleOf(event)}`

  const send = async (text: string, value: string) => {
    onItsWay.current = text
    try {
      await mutateAsync({ id: event.id, field, value })
      // What was typed since then is kept.
      setDraft((now) => (now === text ? undefined : now))
    } catch {
      // Said beside the field and by the announcer.
    } finally {
      onItsWay.current = onItsWay.current === text ? undefined : onItsWay.current
    }
  }

  const save = () => {
    const text = typed ?? saved
    const value = fromInput(field, text)
    setIncomplete(value === undefined)
    if (value === undefined || text === onItsWay.current) {
      return
    }
    if (text === saved && !isPending(latest)) {
      putBack()
      return
    }
    void send(text, value)
  }

  const leave = () => {
    // What was refused is sent again if a person says so, not because they go on.
    if (draft !== undefined && !(failed && fromInput(field, draft) === failed.variables.value)) {
      save()
    }
  }

  const putBack = () => {
    if (failed) {
      discard(client, failed)
    }
    setDraft(undefined)
    setIncomplete(false)
  }

  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key === 'Escape' && !isPending(latest)) {
      putBack()
    }
    const saves = key.key === 'Enter' && !key.nativeEvent.isComposing
    if (saves && (type !== 'textarea' || key.ctrlKey || key.metaKey)) {
      key.preventDefault()
      save()
    }
  }

  const common = {
    ref: input,
    id,
    value: typed ?? saved,
    autoFocus,
    autoComplete: 'off',
    'aria-invalid': incomplete || failed !== undefined,
    'aria-describedby':
      [hint && `${id}-hint`, (incomplete || failed) && `${id}-problem`].filter(Boolean).join(' ') || undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      setDraft(target.value)
      setIncomplete(false)
    },
    onBlur: leave,
    onKeyDown,
  }
  return (
    <div className={`event-field event-field-${field}`}>
      <div className="event-label">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span id={`${id}-hint`} className="event-hint">
            {hint}
          </span>
        )}
        {isPending(latest) && <FieldState state="saving">Saving…</FieldState>}
        {latest?.status === 'success' && latest.submittedAt >= openedAt && draft === undefined && (
          <FieldState state="saved">Saved</FieldState>
        )}
      </div>
      {type === 'textarea' ? (
        <textarea {...common} rows={5} />
      ) : (
        <input {...common} type={type} max={latestDate(type)} />
      )}
      {incomplete && (
        <p id={`${id}-problem`} className="problem">
          Give a date and a time.
        </p>
      )}
      {failed && !incomplete && (
        <EventProblem
          id={`${id}-problem`}
          what="Not saved"
          error={failed.error}
          now={`It is still ${quoted(event[field] ?? '', field)}.`}
          about={about}
          retry={() => {
            // The button goes away; the focus stays in the field.
            input.current?.focus()
            save()
          }}
          discard={() => {
            input.current?.focus()
            putBack()
          }}
        />
      )}
    </div>
  )
}

/** Keeps the years of a date to four digits. */
const latestDate = (type: string) => (type === 'datetime-local' ? '9999-12-31T23:59' : undefined)

const FieldState = ({ state, children }: { state: 'saving' | 'saved'; children: string }) => (
  <span className={`event-state event-${state}`}>{children}</span>
)

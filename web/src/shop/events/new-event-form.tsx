import { useId, type FormEvent } from 'react'

import type { EventField, NewEvent } from './event-data'
import { fieldKinds, fromInput, toInput } from './event-values'

const asked = ['title', 'date', 'location'] as const

type Props = {
  /** What the form is filled in with to begin with. */
  initial?: NewEvent
  /** What the server says about single fields. */
  faults?: Partial<Record<EventField, string>>
  button: string
  /** True if the event is on its way: the form is empty again for the next. */
  submit: (event: NewEvent) => void
  children?: React.ReactNode
}

/** What a new event needs. A form that nobody has filled in sends nothing, so that a double click adds one event. */
export function NewEventForm({ initial, faults = {}, button, submit, children }: Props) {
  const id = useId()

  const onSubmit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    const form = submitted.currentTarget
    const texts = new FormData(form)
    const textOf = (field: EventField) => String(texts.get(field))
    const isUntouched = asked.every((field) => textOf(field) === '')
    if (!isUntouched && form.reportValidity()) {
      submit({ title: textOf('title'), date: fromInput('date', textOf('date'))!, location: textOf('location') })
      form.reset()
    }
    form.querySelector<HTMLInputElement>('[name=title]')?.focus()
  }

  return (
    <form className="new-event" noValidate onSubmit={onSubmit}>
      {asked.map((field) => {
        const { label, hint, type } = fieldKinds[field]
        const fault = faults[field]
        return (
          <div key={field} className={`event-field event-field-${field}`}>
            <div className="event-label">
              <label htmlFor={`${id}-${field}`}>{label}</label>
              {hint && <span className="event-hint">{hint}</span>}
            </div>
            <input
              id={`${id}-${field}`}
              name={field}
              type={type}
              max={type === 'datetime-local' ? '9999-12-31T23:59' : undefined}
              required
              autoComplete="off"
              defaultValue={initial && toInput(field, initial[field])}
              aria-invalid={fault !== undefined}
              aria-describedby={fault && `${id}-${field}-fault`}
            />
            {fault && (
              <p id={`${id}-${field}-fault`} className="problem">
                {fault}
              </p>
            )}
          </div>
        )
      })}
      <div className="new-event-actions">
        <button type="submit" className="event-main-button">
          {button}
        </button>
        {children}
      </div>
    </form>
  )
}

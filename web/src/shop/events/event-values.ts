import { formatDate } from '../dates'
import type { EventField, ShopEvent } from './event-data'

/** How a field is named, and filled in. */
export const fieldKinds: Record<
  EventField,
  { label: string; hint?: string; type: 'text' | 'datetime-local' | 'textarea' }
> = {
  title: { label: 'Title', type: 'text' },
  date: { label: 'Date and time', hint: 'UTC', type: 'datetime-local' },
  location: { label: 'Location', type: 'text' },
  description: { label: 'Description', type: 'textarea' },
}

/** The value of a field as its input has it. Dates are shown and filled in in UTC, as everywhere in the shop. */
export const toInput = (field: EventField, value: ShopEvent[EventField]): string =>
  field === 'date' ? (value ?? '').slice(0, 16) : (value ?? '')

/** The value that an input means; undefined if it is not complete. */
export function fromInput(field: EventField, text: string): string | undefined {
  if (field !== 'date') {
    return text
  }
  const date = new Date(`${text}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** A value as a sentence names it: in quotes, and not the whole of a long one. */
export function quoted(value: string, field?: EventField): string {
  const text = field === 'date' ? formatDate(value) : value.trim()
  if (!text) {
    return 'empty'
  }
  return text.length > longestQuote ? `“${text.slice(0, longestQuote).trimEnd()}…”` : `“${text}”`
}

const longestQuote = 60

import type { NumberField, TextareaField, TextField } from 'payload'

/** What no text of any collection is longer than, in characters; most have a lower limit of their own. */
export const longestText = 5000

/** What an item of an order may be at most; 100 items of these make a total that a number still holds exactly. */
export const most = { items: 100, qty: 10_000, price: 100_000_000 } as const

type Limits = { least: number; most: number }

/** A required text of at most so many characters. */
export function text(name: string, maxLength: number, more: Partial<TextField> = {}): TextField {
  return { name, type: 'text', required: true, maxLength, ...more, validate: textOf(maxLength) } as TextField
}

/** A text of several lines that may be absent. */
export function longText(name: string): TextareaField {
  return { name, type: 'textarea', maxLength: longestText }
}

/** A required whole number within limits. */
export function wholeNumber(name: string, { least, most }: Limits, more: Partial<NumberField> = {}): NumberField {
  const rule = `Must be a whole number from ${shown(least)} to ${shown(most)}.`
  const validate = (value: unknown) => (Number.isInteger(value) && within(value as number, least, most)) || rule
  return { name, type: 'number', required: true, min: least, max: most, ...more, validate } as NumberField
}

function textOf(maxLength: number) {
  return (value: unknown) => {
    if (typeof value !== 'string' || value.trim() === '') {
      return 'Must be a text that is not empty.'
    }
    return value.length <= maxLength || `Must be at most ${shown(maxLength)} characters; it has ${shown(value.length)}.`
  }
}

const within = (value: number, least: number, most: number) => least <= value && value <= most

const shown = (count: number) => count.toLocaleString('en-GB')

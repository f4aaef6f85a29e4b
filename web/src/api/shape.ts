import type { FlattenedArrayField, FlattenedField } from 'payload'

import { type Fault } from './refusal'

export type Shape = Record<string, unknown>

/** How deep a value may be nested; Payload and SQLite go through it by recursion. */
const deepest = 40

/** More faults than these nobody reads. */
const mostFaults = 20

const longestId = 60
const longestEmail = 254

/** Payload keeps these itself and does not mind if they are taken away. */
const timestamps = ['createdAt', 'updatedAt']

export const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function isTooDeep(value: unknown, left = deepest): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1)))
  )
}

/**
 * What is wrong with the kinds of the values: a number in the place of a text, an object in the place of a list. Payload's
 * own validation looks at lengths and limits, and takes the kinds as they come. What is absent or null is left to it.
 */
export function faultsOf(fields: FlattenedField[], data: Shape, path = ''): Fault[] {
  const faults: Fault[] = []
  for (const field of fields) {
    const value = data[field.name]
    if (value === null && timestamps.includes(field.name)) {
      faults.push(fault(field, path + field.name, 'Must be a date.'))
    } else if (value !== undefined && value !== null && faults.length < mostFaults) {
      faults.push(...faultsOfValue(field, value, path + field.name))
    }
  }
  return faults.slice(0, mostFaults)
}

function faultsOfValue(field: FlattenedField, value: unknown, path: string): Fault[] {
  switch (field.type) {
    case 'array':
      return faultsOfRows(field, value, path)
    case 'group':
      return isShape(value)
        ? faultsOf(field.flattenedFields, value, `${path}.`)
        : [{ path, message: 'Must be an object.' }]
    default: {
      const message = faultOfLeaf(field, value)
      return message ? [fault(field, path, message)] : []
    }
  }
}

function fault(field: FlattenedField, path: string, message: string): Fault {
  return 'label' in field && typeof field.label === 'string' ? { label: field.label, message, path } : { message, path }
}

function faultsOfRows(field: FlattenedArrayField, rows: unknown, path: string): Fault[] {
  const { flattenedFields, maxRows } = field
  if (!Array.isArray(rows)) {
    return [fault(field, path, 'Must be a list.')]
  }
  if (maxRows !== undefined && rows.length > maxRows) {
    return [fault(field, path, `Must have at most ${maxRows} rows; it has ${rows.length}.`)]
  }
  const ids = new Set<unknown>()
  return rows.flatMap((row, index) => {
    const at = `${path}.${index}`
    if (!isShape(row)) {
      return [{ path: at, message: 'Must be an object.' }]
    }
    const { id } = row
    if (id !== undefined && id !== null && !isRowId(id)) {
      return [{ path: `${at}.id`, message: `Must be a text of 1 to ${longestId} characters.` }]
    }
    if (id && ids.has(id)) {
      return [{ path: `${at}.id`, message: 'Two rows have the same id.' }]
    }
    ids.add(id)
    const others = flattenedFields.filter(({ name }) => name !== 'id')
    return faultsOf(others, row, `${at}.`)
  })
}

const isRowId = (id: unknown) =>
  typeof id === 'string' && id.length >= 1 && id.length <= longestId && !hasOddCharacters(id)

function faultOfLeaf(field: FlattenedField, value: unknown): string | undefined {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'code':
    case 'select':
    case 'radio':
      return 'hasMany' in field && field.hasMany ? undefined : faultOfText(value)
    case 'email':
      return (
        faultOfText(value) ??
        (String(value).length > longestEmail ? `Must be at most ${longestEmail} characters.` : undefined)
      )
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : 'Must be a number.'
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'Must be true or false.'
    case 'date':
      return isDate(value) ? undefined : 'Must be a date of the years 0 to 9999, such as 2026-03-01T10:00:00.000Z.'
    case 'relationship':
      return faultOfRelationship(field.relationTo, value)
    default:
      return undefined
  }
}

export function faultOfText(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return 'Must be a text.'
  }
  return hasOddCharacters(value) ? 'Must not have control characters or halves of characters.' : undefined
}

/** Control characters other than tab and line end, and halves of surrogate pairs: no database gives them back as they were. */
const hasOddCharacters = (text: string) => /[^\P{Cc}\t\n\r]|\p{Cs}/u.test(text)

/** A date that ISO 8601 writes with four digits for the year; Payload keeps it as that text. */
export function isDate(value: unknown): boolean {
  if (typeof value !== 'string') {
    return false
  }
  const time = Date.parse(value)
  return Date.parse('0000-01-01T00:00:00.000Z') <= time && time <= Date.parse('9999-12-31T23:59:59.999Z')
}

export const isId = (value: unknown) =>
  (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) ||
  (typeof value === 'string' && /^\d{1,15}$/.test(value))

function faultOfRelationship(relationTo: string | string[], value: unknown): string | undefined {
  if (!Array.isArray(relationTo)) {
    return isId(value) ? undefined : 'Must be the id of a record.'
  }
  const named = isShape(value) && typeof value.relationTo === 'string' && relationTo.includes(value.relationTo)
  return named && isId(value.value)
    ? undefined
    : `Must have the id of a record as value, and one of ${relationTo.join(', ')} as relationTo.`
}

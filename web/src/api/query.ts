import type { FlattenedField } from 'payload'
import { parse } from 'qs-esm'

import { refusal } from './refusal'
import { isShape, isTooDeep, type Shape } from './shape'
import { checkWhere } from './where'

/** The largest value of each parameter that is a whole number. */
const mostOf = { limit: 100_000, page: 1_000_000_000, depth: 10 } as const

const mostSorted = 20

/** The parameters of an address, as Payload reads them. */
export function paramsOf(search: string): Shape {
  return parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true })
}

/** Refuses parameters that Payload would stumble over, or take for none; returns the number of conditions. */
export function checkParams(params: Shape, fields: FlattenedField[]): number {
  for (const [name, most] of Object.entries(mostOf)) {
    checkWhole(name, params[name], most)
  }
  checkSort(params.sort)
  for (const name of ['select', 'populate', 'joins', 'data'] as const) {
    checkObject(name, params[name])
  }
  return isGiven(params.where) ? checkWhere(fromJson('where', params.where), fields) : 0
}

/** An empty parameter counts as none. */
const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''

function checkWhole(name: string, value: unknown, most: number): void {
  const text = typeof value === 'number' ? String(value) : value
  const isWhole = typeof text === 'string' && /^\d{1,10}$/.test(text) && Number(text) <= most
  if (isGiven(value) && !isWhole) {
    throw refusal(`“${name}” must be a whole number from 0 to ${most}.`)
  }
}

function checkSort(value: unknown): void {
  const names = typeof value === 'string' ? value.split(',') : value
  const areNames = Array.isArray(names) && names.length <= mostSorted && names.every((name) => typeof name === 'string')
  if (isGiven(value) && !areNames) {
    throw refusal(`“sort” must be the names of at most ${mostSorted} fields, with a comma between them.`)
  }
}

function checkObject(name: string, value: unknown): void {
  const isOff = name === 'joins' && value === 'false'
  if (isGiven(value) && !isOff && !isShape(fromJson(name, value))) {
    throw refusal(`“${name}” must have fields in brackets, such as ${name}[field]=true.`)
  }
}

/** Payload also takes JSON in the place of brackets. */
function fromJson(name: string, value: unknown): unknown {
  if (typeof value !== 'string') {
    return value
  }
  try {
    const read: unknown = JSON.parse(value)
    if (!isTooDeep(read)) {
      return read
    }
  } catch {
    // Refused below.
  }
  throw refusal(`“${name}” is not valid JSON.`)
}

import type { FlattenedField } from 'payload'

import { refusal } from './refusal'
import { isDate, isId, isShape } from './shape'

/** Conditions, and words of a text that is looked for: SQLite cannot nest more than 1000. */
const mostTerms = 400

/** Values of a list. */
const mostValues = 1000

const deepest = 8

const lists = ['in', 'not_in']
const searches = ['like', 'not_like', 'contains']
const comparisons = ['equals', 'not_equals', 'greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const operators = [...lists, ...searches, ...comparisons, 'exists']

/** Refuses conditions that mean nothing; returns how many there are. */
export function checkWhere(where: unknown, fields: FlattenedField[]): number {
  const terms = count(where, fields, deepest)
  if (terms > mostTerms) {
    throw refusal('“where” has too many conditions.')
  }
  return terms
}

function count(where: unknown, fields: FlattenedField[], left: number): number {
  if (!isShape(where)) {
    throw refusal('“where” must have conditions, such as where[field][equals]=value.')
  }
  if (left === 0) {
    throw refusal('“where” is nested too deeply.')
  }
  let terms = 0
  for (const [name, value] of Object.entries(where)) {
    if (['and', 'or'].includes(name.toLowerCase())) {
      terms += listOf(name, value).reduce<number>((sum, part) => sum + count(part, fields, left - 1), 0)
    } else {
      terms += countOfField(name, value, fields)
    }
  }
  return terms
}

/** A list with many entries arrives as an object. */
function listOf(name: string, value: unknown): unknown[] {
  const parts = isShape(value) ? Object.values(value) : value
  if (!Array.isArray(parts)) {
    throw refusal(`“${name}” must have a list of conditions.`)
  }
  return parts
}

function countOfField(name: string, conditions: unknown, fields: FlattenedField[]): number {
  if (!isShape(conditions)) {
    throw refusal(`The condition on “${shown(name)}” has no operator, such as [equals].`)
  }
  let terms = 0
  for (const [operator, value] of Object.entries(conditions)) {
    if (!operators.includes(operator)) {
      throw refusal(`“${shown(operator)}” is no operator; these are: ${operators.join(', ')}.`)
    }
    const values = lists.includes(operator) ? valuesOf(value) : [value]
    if (values.length > mostValues || !values.every((one) => fits(one, operator, fieldAt(name, fields)))) {
      throw refusal(`The condition on “${shown(name)}” has a value that does not fit.`)
    }
    terms += searches.includes(operator) ? String(value).split(/\s+/).length : 1
  }
  return terms
}

const valuesOf = (value: unknown): unknown[] =>
  isShape(value) || Array.isArray(value) ? Object.values(value) : String(value).split(',')

function fits(value: unknown, operator: string, field: FlattenedField | 'id' | undefined): boolean {
  if (typeof value === 'object' && value !== null) {
    return false
  }
  const text = String(value)
  if (operator === 'exists' || searches.includes(operator) || text === '' || text === 'null') {
    return true
  }
  if (field === 'id') {
    return isId(text)
  }
  switch (field?.type) {
    case 'number':
      return Number.isFinite(Number(text))
    case 'date':
      return isDate(text)
    default:
      return true
  }
}

/** The field of a path such as items.qty; Payload itself refuses those that do not exist. */
function fieldAt(path: string, fields: FlattenedField[]): FlattenedField | 'id' | undefined {
  const [name, ...inside] = path.split('.')
  if (name === 'id' && fields.every((field) => field.name !== 'id')) {
    return 'id'
  }
  const field = fields.find((candidate) => candidate.name === name)
  return field && inside.length > 0 && 'flattenedFields' in field
    ? fieldAt(inside.join('.'), field.flattenedFields)
    : field
}

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

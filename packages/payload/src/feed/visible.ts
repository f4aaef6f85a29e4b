import type { Where } from 'payload'

/*
 * Whether a record, as it was before a change, fitted an access rule. The row is gone, so the database cannot be asked.
 *
 * What cannot be told from the record alone is undefined: fields of other records, searches in text, localized values. A reader is
 * told of a removal only if the answer is true.
 */

type Verdict = boolean | undefined
type Values = Record<string, unknown>

export function fits(rule: boolean | Where, record: Values): Verdict {
  if (typeof rule === 'boolean') {
    return rule
  }
  return every(
    Object.entries(rule).map(([name, condition]) => {
      switch (name.toLowerCase()) {
        case 'and':
          return every((condition as Where[]).map((each) => fits(each, record)))
        case 'or':
          return some((condition as Where[]).map((each) => fits(each, record)))
        default:
          return every(
            Object.entries(condition as Values).map(([operator, operand]) =>
              holds(operator, valueAt(record, name), operand),
            ),
          )
      }
    }),
  )
}

const every = (verdicts: Verdict[]): Verdict =>
  verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true

const some = (verdicts: Verdict[]): Verdict =>
  verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false

/** Undefined if the record does not say. */
function valueAt(record: Values, path: string): unknown {
  let at: unknown = record
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, name)) {
      return undefined
    }
    at = (at as Values)[name]
  }
  return at
}

function holds(operator: string, value: unknown, operand: unknown): Verdict {
  if (value === undefined || (typeof value === 'object' && value !== null && !isListOfPlain(value))) {
    return undefined
  }
  const values = Array.isArray(value) ? value : [value]
  const isOneOf = (operands: unknown) =>
    Array.isArray(operands) && operands.every(isPlain)
      ? values.some((each) => operands.some((one) => textOf(each) === textOf(one)))
      : undefined
  switch (operator) {
    case 'equals':
      return isOneOf([operand])
    case 'not_equals':
      return not(isOneOf([operand]))
    case 'in':
      return isOneOf(operand)
    case 'not_in':
      return not(isOneOf(operand))
    case 'exists':
      return (value !== null) === (operand === true || operand === 'true')
    case 'greater_than':
    case 'greater_than_equal':
    case 'less_than':
    case 'less_than_equal':
      return comparison(operator, value, operand instanceof Date ? operand.toISOString() : operand)
    default:
      return undefined
  }
}

function comparison(operator: string, value: unknown, operand: unknown): Verdict {
  if (value === null) {
    return false
  }
  // Texts are in the order that the database's language gives them, except for times.
  const [a, b] = typeof value === 'number' ? [value, operand] : [timeOf(value), timeOf(operand)]
  if (typeof a !== 'number' || typeof b !== 'number' || Number.isNaN(a) || Number.isNaN(b)) {
    return undefined
  }
  return (operator.endsWith('equal') && a === b) || (operator.startsWith('greater') ? a > b : a < b)
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const timeOf = (value: unknown) => (typeof value === 'string' && TIME.test(value) ? Date.parse(value) : undefined)

const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict)

const isPlain = (value: unknown) => value === null || typeof value !== 'object' || value instanceof Date

const isListOfPlain = (value: unknown) => Array.isArray(value) && value.every(isPlain)

const textOf = (value: unknown) => (value instanceof Date ? value.toISOString() : value === null ? null : String(value))

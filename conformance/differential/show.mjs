/** Values as texts that can be compared: the same for both sides, whatever their classes are called inside. */

const DEPTH = 6

/** A `known(object)` gives the name of what the program made itself, e.g. of an observer. */
export function shower(library, known) {
  function show(value, depth = 0) {
    switch (typeof value) {
      case 'string':
        return JSON.stringify(value)
      case 'function':
        return 'function'
      case 'symbol':
        return 'symbol'
      case 'object':
        return value === null ? 'null' : showObject(value, depth)
      default:
        return Object.is(value, -0) ? '-0' : String(value)
    }
  }

  function showObject(value, depth) {
    const name = known(value)
    if (name) return name
    if (value instanceof Error) return showError(value)
    if (depth > DEPTH) return '...'
    if (Array.isArray(value)) return `[${Array.from(value, (item) => show(item, depth + 1)).join(', ')}]`
    if (typeof value.then === 'function') return 'promise'
    if (value instanceof library.Query) return `query ${value.queryHash}`
    if (value instanceof library.Mutation) return `mutation ${value.mutationId}`
    // One that is not named yet: it is being made, or is a part of an observer of several queries.
    if (value instanceof library.QueryObserver || value instanceof library.MutationObserver) return 'an observer'
    if (value instanceof Date) return `Date ${value.getTime()}`
    if (value instanceof Map) return `Map ${show([...value], depth + 1)}`
    const fields = Object.keys(value)
      .sort()
      .map((key) => `${key}: ${show(value[key], depth + 1)}`)
    return `{${fields.join(', ')}}`
  }

  /** The words of the JavaScript engine's own errors depend on names inside a module. */
  function showError(error) {
    if (error instanceof library.CancelledError)
      return `Cancelled${error.revert ? ' revert' : ''}${error.silent ? ' silent' : ''}`
    if (error.constructor !== Error) return error.name
    return `Error ${error.message}`
  }

  return show
}

/** A record that a library makes: a member that is undefined is as good as none. */
export function defined(record) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

const SAME = ' (the same)'

function isObject(value) {
  return value !== null && typeof value === 'object'
}

/** What of `next` is the same object as in `previous`: how much structural sharing kept. */
export function shared(previous, next) {
  if (!isObject(next)) return ''
  if (previous === next) return SAME
  if (!isObject(previous)) return ''
  const kept = Object.keys(next).filter((key) => isObject(next[key]) && next[key] === previous[key])
  return kept.length ? ` (keeps ${kept.join(', ')})` : ''
}

/**
 * Shows an object that changes, by what is new since it was shown last under the same name. A member that is undefined
 * is as good as none.
 */
export class Changes {
  constructor(show) {
    this.show = show
    this.last = new Map()
  }

  of(name, object) {
    const last = this.last.get(name) ?? {}
    const now = {}
    const lines = []
    for (const key of [...new Set([...Object.keys(object), ...Object.keys(last)])].sort()) {
      const value = object[key]
      const before = last[key]
      const text = this.show(value)
      const kept = before ? shared(before.value, value) : ''
      const isNew = text !== (before?.text ?? 'undefined') || (isObject(value) && kept !== SAME)
      if (isNew) lines.push(`${key}: ${text}${kept}`)
      now[key] = { value, text }
    }
    this.last.set(name, now)
    return lines.join(', ') || 'no change'
  }
}

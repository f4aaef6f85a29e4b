/**
 * @fileoverview The browser's door where Java has no words: throwing any value, walking any object, a class of errors.
 * Keys and data come from outside: nothing here evaluates, and no member named __proto__ is ever assigned.
 */
goog.module('sanguine.Primitives')
goog.module.declareLegacyNamespace()

const World = goog.require('sanguine.World')

const { isObject } = World

const Primitives = {}

/** What rejects where a fetch was cancelled. */
class CancelledError extends Error {
  /** @param {{revert: (boolean|undefined), silent: (boolean|undefined)}=} options */
  constructor(options) {
    super('CancelledError')
    this.revert = options?.revert
    this.silent = options?.silent
  }
}

Primitives.CancelledError = CancelledError

Primitives.cancelled = (revert, silent) => new CancelledError({ revert, silent })

Primitives.isCancelled = (error) => error instanceof CancelledError

Primitives.is = (error, flag) => !!error[flag]

Primitives.member = (error, name) => error?.[name]

Primitives.status = (error) => error?.status ?? error?.response?.status ?? 0

// What fetch rejects with, and what reading a body does; what axios and ky call the same.
const LOST_NAMES = ['TypeError', 'TimeoutError', 'AbortError', 'CanceledError', 'NetworkError', 'SyntaxError']

// What axios and Node say.
const LOST_CODES = ['ERR_NETWORK', 'ERR_BAD_RESPONSE', 'ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']

// A server that redirects or refuses has not made the change. The answer of one that succeeded may be unreadable.
Primitives.isLost = (error) => {
  const status = Primitives.status(error)
  if (status >= 300) return status >= 500
  return LOST_NAMES.includes(error?.name) || LOST_CODES.includes(error?.code)
}

Primitives.attempt = (body, onThrow) => {
  try {
    return body()
  } catch (e) {
    return onThrow(e)
  }
}

Primitives.hand = (value, next, onThrow) => {
  try {
    next(value)
  } catch (e) {
    onThrow(e)
  }
}

Primitives.raise = (error) => {
  throw error
}

Primitives.error = (message) => new Error(message)

// The global one, whatever timers the engine was given: this is how notifications leave the current task.
Primitives.soon = (task) => {
  setTimeout(task, 0)
}

Primitives.noop = () => {}

Primitives.same = (value) => value

Primitives.shouldThrowError = (throwOnError, args) =>
  typeof throwOnError === 'function' ? throwOnError(...args) : !!throwOnError

Primitives.dataTagSymbol = Symbol('dataTagSymbol')
Primitives.dataTagErrorSymbol = Symbol('dataTagErrorSymbol')
Primitives.unsetMarker = Symbol('unsetMarker')

Primitives.isThenable = (value) => typeof value?.then === 'function'

Primitives.flatPart = (key, index, end) => (index < key?.length ? (isObject(key[index]) ? undefined : key[index]) : end)

Primitives.items = World.items

Primitives.field = (record, name) => (isObject(record) && Object.hasOwn(record, name) ? record[name] : undefined)

/** An object that a literal or JSON could have made, or one without a class. */
const isPlain = (value) => {
  if (!isObject(value)) return false
  const proto = Object.getPrototypeOf(value)
  return (
    (proto === Object.prototype || proto === null || proto.constructor === undefined) &&
    Object.prototype.toString.call(value) === '[object Object]'
  )
}

// Of another frame's objects the prototype is another one, and has none above it.
Primitives.isRecord = (value) => {
  if (!isObject(value) || Array.isArray(value)) return false
  const proto = Object.getPrototypeOf(value)
  return proto === null || Object.getPrototypeOf(proto) === null
}

Primitives.names = (record) => (Primitives.isRecord(record) ? Object.keys(record) : [])

// A member may have any name: none is assigned. A quarter faster than fromEntries, and faster than an object without a
// prototype; every key with an object in it passes here.
const sorted = (_, record, convert) => {
  if (!isPlain(record)) return record
  const result = {}
  for (const name of Object.keys(record).sort()) {
    const value = convert ? convert(record[name]) : record[name]
    if (name === '__proto__') {
      Object.defineProperty(result, name, { value, enumerable: true })
    } else {
      result[name] = value
    }
  }
  return result
}

// How many more objects of a key are copied. None are where one is no plain one or writes itself, nor in a cycle.
let left

/** The part of a key with the members of its records in order. */
const ordered = (part) => {
  if (typeof part === 'function') left = 0
  if (!isObject(part) || !left) return part
  left--
  if (Array.isArray(part) && part.constructor === Array) return part.map(ordered)
  if (!isPlain(part)) left = 0
  return sorted(0, part, ordered)
}

// Flat keys of strings and numbers, the most by far, are written as they are. A replacer is asked for each member: a key
// of arrays and records alone goes without, in half the time.
Primitives.hashKey = (key) => {
  if (Array.isArray(key) && !key.some(isObject)) return JSON.stringify(key)
  left = 999
  const all = ordered(key)
  return left ? JSON.stringify(all) : JSON.stringify(key, sorted)
}

// One function of loops, which look at identity before they call: most keys are told apart by a part or two.
const partialMatch = (key, prefix) => {
  if (key === prefix) return true
  if (!isObject(key) || !isObject(prefix) || Array.isArray(key) !== Array.isArray(prefix)) return false
  if (Array.isArray(prefix)) {
    if (prefix.length > key.length) return false
    for (let i = 0; i < prefix.length; i++) {
      if (key[i] !== prefix[i] && !partialMatch(key[i], prefix[i])) return false
    }
  } else {
    for (const name in prefix) {
      if (key[name] !== prefix[name] && !partialMatch(key[name], prefix[name]) && Object.hasOwn(prefix, name))
        return false
    }
  }
  return true
}

Primitives.partialMatch = partialMatch

// Deeper than this nothing is shared: such data has a cycle, or is none that a server sent.
const DEEPEST = 500

/** Neither a hole nor a member beside the items. To name the members of a long list costs more than to compare them. */
const isFull = (list) => (list.length > 999 && list.length < 1e6) || list.length === Object.keys(list).length

/** b, with every part that equals its place in a replaced by that very part. */
const share = (a, b, depth = 0) => {
  if (a === b) return a
  if (depth++ > DEEPEST) return b
  return Array.isArray(b)
    ? Array.isArray(a) && isFull(a) && isFull(b)
      ? shareLists(a, b, depth)
      : b
    : isPlain(a) && isPlain(b)
      ? shareRecords(a, b, depth)
      : b
}

const shareLists = (a, b, depth) => {
  const more = a.length - b.length
  let copy
  let equal = !more
  let end = b.length
  // What stands behind an item that came or went has moved, all of it together.
  if (more) while (end && b[end - 1] === a[end - 1 + more]) end--
  for (let i = 0; i < end; i++) {
    if (a[i] === b[i]) continue
    const v = share(a[i], b[i], depth)
    if (v !== a[i]) equal = false
    if (v !== b[i]) (copy ??= [...b])[i] = v
  }
  return equal ? a : (copy ?? [...b])
}

const shareRecords = (a, b, depth) => {
  let copy
  let equal = true
  let left = 0
  for (const name in b) {
    left++
    const x = a[name]
    const y = b[name]
    if (x === y && x !== undefined) continue
    const v = share(x, y, depth)
    if (v !== x || (x === undefined && !(name in a))) equal = false
    // An own member of the copy already, whatever its name.
    if (v !== y) (copy ??= { ...b })[name] = v
  }
  if (equal) for (const _ in a) left--
  return equal && !left ? a : (copy ?? { ...b })
}

Primitives.share = share

Primitives.merged = (record, fields) => ({ ...record, ...fields })

Primitives.with = (record, name, value) => ({ ...record, [name]: value })

Primitives.without = (record, name) => {
  const { [name]: out, ...rest } = record
  return rest
}

Primitives.freeze = (value) => {
  if (!Object.isFrozen(value) && (Array.isArray(value) || isPlain(value))) {
    Object.freeze(value)
    Object.values(value).forEach(Primitives.freeze)
  }
  return value
}

exports = Primitives

/** @fileoverview DeepStrings in plain data: replaced without touching anything else. */
goog.module('sanguine.DeepStrings')
goog.module.declareLegacyNamespace()

const DeepStrings = {}

// Deeper than this there is a cycle, or nothing that was meant to be sent.
const DEEPEST = 100

const mapped = (value, mapper, depth) => {
  if (typeof value === 'string') return mapper(value)
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  const list = Array.isArray(value)
  const proto = Object.getPrototypeOf(value)
  if (!list && proto !== Object.prototype && proto !== null) return value
  let copy
  for (const name of Object.keys(value)) {
    const next = mapped(value[name], mapper, depth + 1)
    if (next !== value[name]) {
      copy ||= list ? [...value] : { ...value }
      Object.defineProperty(copy, name, { value: next, writable: true, enumerable: true, configurable: true })
    }
  }
  return copy || value
}

DeepStrings.map = (value, mapper) => mapped(value, mapper, 0)

exports = DeepStrings

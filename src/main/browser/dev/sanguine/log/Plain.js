/**
 * @fileoverview What JSON can hold of JavaScript's values and what it cannot.
 */
goog.module('sanguine.Plain')
goog.module.declareLegacyNamespace()

const Plain = {}

// Deeper than this, or in a cycle, nothing is plain.
const DEEPEST = 200

const isRecord = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const proto = Object.getPrototypeOf(value)
  return (proto === Object.prototype || proto === null) && typeof value.toJSON !== 'function'
}

Plain.isRecord = isRecord

const isPlain = (value, depth) => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth > DEEPEST) return false
  if (Array.isArray(value)) {
    // Holes and members beside the items are lost in JSON.
    const keys = Object.keys(value)
    return keys.length === value.length && value.every((item) => isPlain(item, depth + 1))
  }
  return isRecord(value) && Object.keys(value).every((name) => isPlain(value[name], depth + 1))
}

Plain.isPlain = (value) => isPlain(value, 0)

Plain.copy = (value) => {
  if (isPlain(value, 0)) return value
  try {
    const text = JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? String(member) : member))
    return text === undefined ? null : JSON.parse(text)
  } catch (e) {
    return null
  }
}

Plain.names = (record) => Object.keys(record).filter((name) => record[name] !== undefined)

Plain.isAbsent = (value) => value === undefined

Plain.message = (error) => {
  try {
    return String(error.message ?? error)
  } catch (e) {
    return 'an error without a text'
  }
}

Plain.text = (value) => JSON.stringify(Plain.copy(value)) ?? ''

Plain.parse = (text) => {
  try {
    return JSON.parse(text)
  } catch (e) {
    return null
  }
}

Plain.fail = (message) => {
  throw new Error(message)
}

exports = Plain

/** @fileoverview Copies, merges and compares options, filters and results by their members. Member names are kept by the externs. */
goog.module('sanguine.PlainObjects')
goog.module.declareLegacyNamespace()

const PlainObjects = {}

PlainObjects.merge = (a, b, c, d) => ({ ...a, ...b, ...c, ...d })

PlainObjects.copy = (record) => ({ ...record })

PlainObjects.over = (state, partial) => ({ ...state, ...partial })

PlainObjects.shallowEqual = (a, b) => {
  let surplus = 0
  for (const name in a) {
    if (!b || a[name] !== b[name] || (a[name] === undefined && !(name in b))) return false
    surplus++
  }
  for (const _name in b) surplus--
  return !surplus
}

exports = PlainObjects

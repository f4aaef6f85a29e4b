/** @fileoverview What the listeners of a cache are told. Member names are kept by the externs. */
goog.module('sanguine.CacheEvents')
goog.module.declareLegacyNamespace()

const CacheEvents = {}

CacheEvents.queryEvent = (type, query) => ({ type, query })

CacheEvents.mutationEvent = (type, mutation) => ({ type, mutation })

CacheEvents.observed = (observer) => ({ observer })

CacheEvents.changed = (action) => ({ action })

exports = CacheEvents

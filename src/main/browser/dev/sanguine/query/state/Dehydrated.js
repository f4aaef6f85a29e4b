/** @fileoverview What is written down of queries and mutations, and what it says when it is read again. Member names are kept by the externs. */
goog.module('sanguine.Dehydrated')
goog.module.declareLegacyNamespace()

const World = goog.require('sanguine.World')

const { isObject } = World

const Dehydrated = {}

const listOf = (value) => (Array.isArray(value) ? value : [])

// Of queries there may be many: each is looked at when it is its turn.
Dehydrated.untrusted = (state) => ({
  queries: listOf(state?.queries),
  mutations: listOf(state?.mutations).filter((written) => isObject(written?.state)),
})

Dehydrated.isQuery = (written) =>
  isObject(written?.state) && Array.isArray(written.queryKey) && typeof written.queryHash === 'string'

Dehydrated.dehydrated = (mutations, queries) => ({ mutations, queries })

// What is written as undefined is said: it stands over what holds by default.
Dehydrated.mutationOptions = (written) => {
  const options = {}
  if ('mutationKey' in written) options.mutationKey = written.mutationKey
  if ('scope' in written) options.scope = written.scope
  if ('meta' in written) options.meta = written.meta
  return options
}

Dehydrated.dehydratedMutation = ({ mutationKey, scope, meta }, state, idempotencyKey) => ({
  mutationKey,
  state,
  ...(scope && { scope }),
  ...(meta && { meta }),
  ...(idempotencyKey && { idempotencyKey }),
})

Dehydrated.dehydratedQuery = ({ queryKey, queryHash, meta, queryType }, dehydratedAt, state, promise) => ({
  dehydratedAt,
  state,
  queryKey,
  queryHash,
  ...(state.status === 'pending' && { promise: promise || undefined }),
  ...(meta && { meta }),
  ...(queryType && { queryType }),
})

Dehydrated.queryOptions = (defaults, written) => ({
  ...defaults,
  queryKey: written.queryKey,
  queryHash: written.queryHash,
  meta: written.meta,
  _type: written.queryType,
})

exports = Dehydrated

/** @fileoverview What functions of the app, and constructors, are given. Member names are kept by the externs. */
goog.module('sanguine.Contexts')
goog.module.declareLegacyNamespace()

const Contexts = {}

Contexts.queryConfig = (client, queryKey, queryHash, options, state, defaultOptions) => ({
  client,
  queryKey,
  queryHash,
  options,
  state,
  defaultOptions,
})

Contexts.mutationConfig = (client, mutationCache, mutationId, options, state) => ({
  client,
  mutationCache,
  mutationId,
  options,
  state,
})

// Who reads a signal under this name is told whose it is: it does not count as used, and nothing more stands in the context.
const PEEK = {}

// Of is what says whether all is over: the fetch, or what was read of another context.
Contexts.context = (client, queryKey, meta, getSignal, of) => ({
  client,
  queryKey,
  meta,
  get signal() {
    return this === PEEK ? of : getSignal()
  },
})

Contexts.fetchOf = (context) => Reflect.get(context, 'signal', PEEK)

Contexts.isCancelled = (context) => !!Contexts.fetchOf(context)?.aborted

Contexts.mutationContext = (client, options) => ({ client, meta: options.meta, mutationKey: options.mutationKey })

// A controller is dear, and few look at the signal.
Contexts.intentContext = (client, options, idempotencyKey, getSignal) => ({
  ...Contexts.mutationContext(client, options),
  idempotencyKey,
  get signal() {
    return getSignal()
  },
})

Contexts.overlap = (base, before, after, answer) => ({ base, before, after, answer })

// What stores a query reads its state, now or later: it is given what is confirmed, never a change that may fail yet.
Contexts.confirmed = (query, getState) =>
  new Proxy(query, {
    get(target, name) {
      if (name === 'state') return getState()
      const member = target[name]
      return typeof member === 'function' ? member.bind(target) : member
    },
    set(target, name, value) {
      target[name] = value
      return true
    },
  })

exports = Contexts

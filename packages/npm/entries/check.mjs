/** Notices, in development, that a client or an adapter stands on query-core and not on Sanguine. */
import { MutationCache, QueryClient } from './sanguine.mjs'

/** Bundlers write the value in; where there is no process, as on a page without a bundler, nothing is checked. */
function isDevelopment() {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}

const REMEDY =
  'Write "overrides": { "@tanstack/query-core": "npm:sanguine-query-core" } into package.json and install again, or alias ' +
  '@tanstack/query-core to sanguine in the tool that runs here. A test runner often wants an alias of its own. The README of ' +
  'the package sanguine has each of them.'

const TWO =
  'This is another copy of sanguine than the one whose function was called: see that it is installed, and bundled, once.'

/** query-core's mutations cannot be cancelled. */
function isSanguines(cache, client) {
  const probe = cache.build(client, {})
  cache.remove(probe)
  return typeof probe.cancel === 'function'
}

/** The client, which is an engine of this very module; in development an Error says what it is else. */
export function checkClient(client) {
  if (isDevelopment()) refuseStranger(client, 'checkClient')
  return client
}

/** Throws for a client that is not of this module's engine. */
export function refuseStranger(client, caller) {
  if (client instanceof QueryClient) return
  const other = isSanguines(client.getMutationCache(), client)
  throw new Error(
    `${caller}: the client is not Sanguine's. ${other ? TWO : `It runs on @tanstack/query-core. ${REMEDY}`}`,
  )
}

/** From now on a mutation of this adapter that has `optimistic` throws, if the adapter stands on query-core. */
export function watch(adapter, name) {
  const { prototype } = adapter.MutationCache
  if (
    !isDevelopment() ||
    prototype instanceof MutationCache ||
    prototype === MutationCache.prototype ||
    adapter.temporary
  )
    return
  const { build } = prototype
  prototype.build = function (...given) {
    const mutation = build.apply(this, given)
    if (typeof mutation.options.optimistic === 'function') {
      this.remove(mutation)
      throw new Error(
        `A mutation with \`optimistic\` runs on @tanstack/query-core, which ignores it: ${name} was not given Sanguine. ${REMEDY}`,
      )
    }
    return mutation
  }
}

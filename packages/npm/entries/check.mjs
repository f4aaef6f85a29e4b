/** Detects, in development, that a client or an adapter runs on query-core and not on Sanguine. */
import { MutationCache, QueryClient } from './sanguine.mjs'

/** Bundlers write the value in. If there is no process, as on a page without a bundler, nothing is checked. */
function isDevelopment() {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}

const REMEDY =
  'Write "overrides": { "@tanstack/query-core": "npm:sanguine-query-core" } into package.json and install again, or alias ' +
  '@tanstack/query-core to sanguine in the tool that runs here. A test runner often needs an alias of its own. The README of ' +
  'the package sanguine has each of them.'

const TWO =
  'This is another copy of sanguine than the one that checks it. Make sure that sanguine is installed, and bundled, once.'

/** True if the cache is Sanguine's: only its mutations can be cancelled. */
function isSanguines(cache, client) {
  const probe = cache.build(client, {})
  cache.remove(probe)
  return typeof probe.cancel === 'function'
}

/** Returns the client. In development it throws an Error if the client does not run on this copy of Sanguine. */
export function checkClient(client) {
  if (isDevelopment()) refuseStranger(client, 'checkClient')
  return client
}

/** Throws an Error if the client does not run on this copy of Sanguine. */
export function refuseStranger(client, caller) {
  if (client instanceof QueryClient) return
  const other = isSanguines(client.getMutationCache(), client)
  throw new Error(
    `${caller}: the client is not Sanguine's. ${other ? TWO : `It runs on @tanstack/query-core. ${REMEDY}`}`,
  )
}

/** If the adapter runs on query-core, makes each of its mutations with `optimistic` throw from now on. */
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
        `A mutation with \`optimistic\` runs on @tanstack/query-core, which ignores it: ${name} did not receive Sanguine. ${REMEDY}`,
      )
    }
    return mutation
  }
}

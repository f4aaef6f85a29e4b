/** What the caches of a client tell. */
import { defined } from './show.mjs'

/** Writes down every event, with what it changed. */
export function writeEvents(world, name, client) {
  client.getQueryCache().subscribe((event) => writeQueryEvent(world, name, event))
  client.getMutationCache().subscribe((event) => writeMutationEvent(world, name, event))
}

function writeQueryEvent(world, name, { type, query, observer, action, ...more }) {
  const parts = [type, query.queryHash]
  if (observer) parts.push(world.show(observer))
  if (action) parts.push(world.show(defined(action)))
  if (Object.keys(more).length) parts.push(world.show(more))
  parts.push(`(${query.getObserversCount()} watch)`, world.changes.of(`${name} ${query.queryHash}`, query.state))
  world.log(`query events of ${name}`, parts.join(' '))
}

function writeMutationEvent(world, name, { type, mutation, observer, action, ...more }) {
  const parts = [type, mutation ? `mutation ${mutation.mutationId}` : 'no mutation']
  if (observer) parts.push(world.show(observer))
  if (action) parts.push(world.show(defined(action)))
  if (Object.keys(more).length) parts.push(world.show(more))
  if (mutation) parts.push(world.changes.of(`${name} mutation ${mutation.mutationId}`, mutation.state))
  world.log(`mutation events of ${name}`, parts.join(' '))
}

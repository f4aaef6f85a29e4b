import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'

import { once } from './once.js'

/** The addresses below a collection that write. */
const WRITES = [
  ['post', '/'],
  ['patch', '/'],
  ['delete', '/'],
  ['patch', '/:id'],
  ['delete', '/:id'],
  ['post', '/:id/duplicate'],
  ['post', '/versions/:id'],
] as const

const ours = new WeakSet<Endpoint['handler']>()

/**
 * The collection's endpoints, in front of Payload's own, so that a keyed write is answered once. They come after those of the
 * app, which may be more special; an endpoint of the app that takes the place of Payload's is wrapped where it stands.
 */
export function keyedEndpoints(collection: CollectionConfig, keepForMs: number): CollectionConfig['endpoints'] {
  if (collection.endpoints === false) {
    return false
  }
  const own = (collection.endpoints ?? []).map((endpoint) =>
    isWrite(endpoint) ? { ...endpoint, handler: keyed(keepForMs, endpoint.handler) } : endpoint,
  )
  const added = WRITES.map(([method, path]) => ({
    method,
    path,
    handler: keyed(keepForMs, (req) => payloadsOwn(req, method, path)(req)),
  }))
  return [...own, ...added]
}

const isWrite = ({ method, path }: Endpoint) => WRITES.some(([m, p]) => m === method && p === path)

function keyed(keepForMs: number, handler: Endpoint['handler']): Endpoint['handler'] {
  const wrapped: Endpoint['handler'] = (req) => once(req, keepForMs, handler)
  ours.add(wrapped)
  return wrapped
}

/** The handler that Payload itself has for this address. */
function payloadsOwn(req: PayloadRequest, method: string, path: string): Endpoint['handler'] {
  const { endpoints } = req.payload.collections[String(req.routeParams?.collection)]!.config
  const found = (endpoints || []).find(
    (endpoint) => endpoint.method === method && endpoint.path === path && !ours.has(endpoint.handler),
  )
  return found?.handler ?? (() => Response.json({ message: `Route not found "${req.pathname}"` }, { status: 404 }))
}

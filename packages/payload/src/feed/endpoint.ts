import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { senderOf } from '../idempotency/keys.js'
import { feedOf, type Feed } from './feed.js'
import { bodyOf, tell } from './stream.js'

/** `GET /api/changes`. */
export function changesEndpoint(path: string): Endpoint {
  return { method: 'get', path, handler }
}

const handler = (req: PayloadRequest): Response => {
  const feed = feedOf(req.payload)
  const leaveUser = enterUser(feed, req)
  const leaveHub = feed.hub.enter()
  const ended = new AbortController()
  const end = () => ended.abort()
  const { signal } = req as unknown as Request
  signal?.addEventListener('abort', end)
  feed.hub.closed.addEventListener('abort', end)
  ended.signal.addEventListener('abort', () => {
    feed.hub.closed.removeEventListener('abort', end)
    leaveHub()
    leaveUser()
  })
  const cursor = req.headers.get('Last-Event-ID') ?? new URL((req as unknown as Request).url).searchParams.get('after')
  const pieces = tell(feed, { req, user: req.user }, cursor, ended.signal)
  const body = bodyOf(pieces, ended, feed.settings.stall * 1000, (err) =>
    req.payload.logger.error({ err, msg: 'sanguine: a stream of changes broke; its reader comes again.' }),
  )
  if (signal?.aborted || feed.hub.closed.aborted) {
    end()
  }
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // A proxy must not keep it, compress it, or wait for more of it.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

/** Counts a connection; the result takes it off. Throws an error of status 429 if the user has too many. */
function enterUser({ settings, streams: counts }: Feed, req: PayloadRequest): () => void {
  const { connectionsPerUser, connectionsOfAnonymous } = settings
  const user = senderOf(req)
  const count = counts.get(user) ?? 0
  if (count >= (req.user ? connectionsPerUser : connectionsOfAnonymous)) {
    req.responseHeaders = new Headers(req.responseHeaders)
    req.responseHeaders.set('Retry-After', '10')
    throw new APIError('There are too many open streams of changes. Close one, or come again later.', 429)
  }
  counts.set(user, count + 1)
  return () => {
    const left = counts.get(user)! - 1
    if (left > 0) {
      counts.set(user, left)
    } else {
      counts.delete(user)
    }
  }
}

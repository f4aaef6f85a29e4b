import { executeAuthStrategies } from 'payload'

import type { Feed } from './feed.js'
import { cursorOf, placeOfCursor, type Place } from './place.js'
import { view, type Reader } from './view.js'

/** How long a reader waits before he comes again, unless he is refused. */
const RETRY_MS = 2000

/** After so long, the user's rights are read again before anything is told. */
const TRUST_MS = 5000

/**
 * What one reader gets, as pieces of text. Each is made only when he has taken the one before. So a slow reader costs the memory
 * of one batch, and goes on where he stands.
 *
 * Events are `change`, `gone`, `reset` and `place`. The last has only a cursor: at the start, and as heartbeat.
 */
export async function* tell(feed: Feed, reader: Reader, cursor: string | null, ended: AbortSignal) {
  const { hub, log, settings, versionField } = feed
  const heartbeatMs = settings.heartbeat * 1000
  const { name } = (await log.state()) ?? { name: '' }
  const asked = cursor === null ? undefined : placeOfCursor(name, cursor)
  let place = asked && (await log.has(asked)) ? asked : await log.end()
  const isKnown = cursor === null || place === asked
  yield `retry: ${RETRY_MS}\n\n${event(isKnown ? 'place' : 'reset', cursorOf(name, place), {})}`
  let beat = Date.now() + heartbeatMs
  let trusted = Date.now()
  while (!ended.aborted) {
    const seen = hub.ticks
    const batch = await hub.read(place)
    const isDue = Date.now() >= beat
    if (isDue || (batch?.changes.length && Date.now() > trusted + TRUST_MS)) {
      if (!(await isStillHe(reader))) {
        return
      }
      trusted = Date.now()
    }
    let text = ''
    if (batch === null) {
      const state = await log.state()
      if (state?.name !== name) {
        // The feed has begun anew. The reader comes again, with a cursor that is not known.
        return
      }
      place = await log.end()
      text = event('reset', cursorOf(name, place), {})
    } else if (batch.changes.length > 0) {
      const told = await view(reader, batch.changes, versionField)
      text = told.map(({ change, event: kind, data }) => event(kind, cursorOf(name, change), data)).join('')
      place = placeOf(batch.changes.at(-1)!)
    }
    if (isDue) {
      text += event('place', cursorOf(name, place), {})
    }
    if (text) {
      beat = Date.now() + heartbeatMs
      yield text
    } else if (!batch?.changes.length) {
      await hub.sleep(seen, beat - Date.now(), ended)
    }
  }
}

const placeOf = ({ xact, part }: Place): Place => ({ xact, part })

/** JSON has no line breaks of its own, so each event has one line of data. */
const event = (name: string, id: string, data: object) => `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`

/** Reads the user again, so that lost rights count. False if he is no longer signed in, or somebody else. */
async function isStillHe(reader: Reader): Promise<boolean> {
  const { payload, headers } = reader.req
  const { user } = await executeAuthStrategies({ headers, payload })
  const isSame = user?.id === reader.user?.id && user?.collection === reader.user?.collection
  reader.user = user
  return isSame
}

/**
 * The pieces as the body of a response. A piece is made only on demand, so nothing is buffered here. A reader who takes nothing
 * for `stallMs` although there is something loses his connection, and with it what is on its way; `ended` is aborted at the end, whatever its reason.
 */
export function bodyOf(
  pieces: AsyncGenerator<string>,
  ended: AbortController,
  stallMs: number,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stall: NodeJS.Timeout | undefined
  const end = () => ended.abort()
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        ended.signal.addEventListener('abort', () => {
          clearTimeout(stall)
          try {
            controller.close()
          } catch {
            // It has ended already.
          }
        })
      },
      async pull(controller) {
        clearTimeout(stall)
        try {
          const { value, done } = await pieces.next()
          if (done) {
            end()
          } else if (!ended.signal.aborted) {
            controller.enqueue(encoder.encode(value))
            stall = setTimeout(() => {
              controller.error(new DOMException('The reader of changes takes nothing.', 'AbortError'))
              end()
            }, stallMs).unref()
          }
        } catch (error) {
          onError(error)
          end()
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

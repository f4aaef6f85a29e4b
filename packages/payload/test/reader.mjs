const MARK = 'a mark of the reader'

const isReached = (cursor, place) => {
  const [[x, part], [xact, last]] = [cursor, place].map((text) => text.split('.').slice(1).map(Number))
  return x > xact || (x === xact && part >= last)
}

/** Reads `GET /api/changes`. `as` is a user, null for nobody; `after` the cursor, sent as `Last-Event-ID`. */
export async function readFeed(url, { as = 'admin', after, path = '/changes' } = {}) {
  const abort = new AbortController()
  const response = await fetch(`${url}/api${path}`, {
    signal: abort.signal,
    headers: {
      ...(as && { Authorization: `users API-Key key of ${as}` }),
      ...(after !== undefined && { 'Last-Event-ID': after }),
    },
  })
  const events = []
  const waiting = new Set()
  let isOpen = true
  const reader = {
    status: response.status,
    headers: response.headers,
    events,
    /** The cursor, as an EventSource keeps it. */
    cursor: after,
    get isOpen() {
      return isOpen
    },
    /** Waits until the events fit, or fails. */
    async until(fits, ms = 30_000) {
      const end = Date.now() + ms
      while (!fits(events)) {
        const left = end - Date.now()
        if (left <= 0 || !isOpen) {
          throw new Error(`${isOpen ? 'Not in time' : 'The stream has ended'}: ${JSON.stringify(events.slice(-5))}`)
        }
        await new Promise((resolve) => {
          waiting.add(resolve)
          setTimeout(resolve, Math.min(left, 500))
        })
      }
      return events
    },
    /** What was told, without the marks of `pass`. */
    changes: () =>
      events.filter(({ event, record }) => (event === 'change' || event === 'gone') && record?.text !== MARK),
    /**
     * Writes a record that only the admin sees, and waits until the feed has passed it, and so all that was committed before. On
     * PostgreSQL this may take a while, because a transaction of another test holds the feed up.
     */
    async pass(app) {
      const { place } = await app.call('POST', '/secrets', { text: MARK })
      await reader.until(() => isReached(reader.cursor, place))
    },
    async close() {
      abort.abort()
      await done
    },
  }
  const take = (block) => {
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)))
    if (fields.id !== undefined) {
      reader.cursor = fields.id
    }
    if (fields.event) {
      events.push({ event: fields.event, place: fields.id, ...JSON.parse(fields.data) })
    }
  }
  const done = (async () => {
    let text = ''
    try {
      for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
        text += piece
        const blocks = text.split('\n\n')
        text = blocks.pop()
        reader.text = (reader.text ?? '') + piece
        if (response.status === 200) {
          blocks.forEach((block) => block.split('\n').length > 1 && take(block))
        }
        waiting.forEach((resolve) => resolve())
      }
    } catch {
      // Closed by us, or broken.
    }
    isOpen = false
    waiting.forEach((resolve) => resolve())
  })()
  if (response.status === 200) {
    await reader.until(() => events.length > 0)
  }
  return reader
}

/** A reader who stands at the end of what was committed before. */
export async function readFrom(app, options) {
  const reader = await readFeed(app.url, options)
  await reader.pass(app)
  reader.events.length = 0
  return reader
}

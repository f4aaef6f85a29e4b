import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'

import { readFeed, readFrom } from './reader.mjs'
import { startApp } from './support.mjs'

// Each test has a database of its own. Payload would make the tables only in the first, as they are the same.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function appWith(feed) {
  const app = await startApp({ options: { feed } })
  after(() => app.stop())
  return app
}

const rowsOf = async ({ payload }) =>
  (await payload.find({ collection: 'sanguine-changes', pagination: false, where: { xact: { greater_than: 0 } } })).docs

/**
 * Writes until so few changes are kept. On PostgreSQL, a transaction of another database may keep them for a while: all have the
 * same numbers.
 */
async function prunedTo(app, most, pauseMs = 50) {
  for (const end = Date.now() + 30_000; ; await pause(pauseMs)) {
    await app.call('POST', '/secrets', { text: 'one more' })
    const { length } = await rowsOf(app)
    if (length <= most) {
      return length
    }
    assert.ok(Date.now() < end, `${length} changes are kept`)
  }
}

test('a reader whose cursor is pruned gets a reset, and then what is new', async () => {
  const app = await appWith({ heartbeat: 0.2, keepAtMost: 5 })
  const first = await readFrom(app)
  await first.close()
  for (let i = 0; i < 20; i++) {
    await app.newOrder()
  }
  assert.ok((await prunedTo(app, 7)) > 0)
  const again = await readFeed(app.url, { after: first.cursor })
  assert.equal(again.events[0].event, 'place')
  await again.until((events) => events.some(({ event }) => event === 'reset'))
  const { id } = await app.newOrder()
  await again.until(() => again.changes().some((change) => change.id === id))
  await again.close()
  assert.equal(again.events.filter(({ event }) => event === 'reset').length, 1)
})

test('a reader who sees nothing keeps a cursor that is not pruned', async () => {
  const app = await appWith({ heartbeat: 0.2, keepAtMost: 5 })
  const reader = await readFeed(app.url, { as: null })
  for (let round = 0; round < 4; round++) {
    // Fewer than are kept: a reader who is behind by more loses his place.
    for (let i = 0; i < 3; i++) {
      await app.call('POST', '/secrets', { text: `${round}.${i}` })
    }
    await reader.pass(app)
  }
  await reader.close()
  await prunedTo(app, 7)
  const again = await readFeed(app.url, { as: null, after: reader.cursor })
  await again.pass(app)
  await again.close()
  assert.deepEqual([...new Set([...reader.events, ...again.events].map(({ event }) => event))], ['place'])
})

test('old changes go, the newest stays, and the places go on', async () => {
  const app = await appWith({ keepFor: 0.2, keepAtMost: 10 })
  const { place } = await app.call('POST', '/orders', { number: 'old' })
  await pause(400)
  for (let i = 0; i < 3; i++) {
    await app.newOrder()
    await pause(300)
  }
  assert.ok((await prunedTo(app, 2, 300)) > 0)
  const next = await app.call('POST', '/orders', { number: 'new' })
  assert.ok(Number(next.place.split('.')[1]) > Number(place.split('.')[1]))
})

test('a feed that begins anew is a reset for its readers', async () => {
  const app = await appWith({ heartbeat: 0.2 })
  await app.newOrder()
  const { cursor, close } = await readFrom(app)
  await close()
  await app.payload.db.deleteMany({ collection: 'sanguine-changes', where: {} })
  await app.newOrder()
  const again = await readFeed(app.url, { after: cursor })
  await again.close()
  assert.equal(again.events[0].event, 'reset')
  assert.notEqual(again.cursor.split('.')[0], cursor.split('.')[0])
})

test('a reader who takes nothing loses his connection, and others do not wait for him', async () => {
  const app = await appWith({ heartbeat: 0.2, stall: 0.5, connectionsPerUser: 1 })
  const { hostname, port } = new URL(app.url)
  const slow = connect(Number(port), hostname)
  slow.pause()
  slow.write('GET /api/changes HTTP/1.1\r\nHost: localhost\r\nAuthorization: users API-Key key of ann\r\n\r\n')
  const ended = new Promise((resolve) => slow.on('close', resolve).on('error', () => {}))
  const other = await readFeed(app.url, { as: 'bob' })
  const items = Array.from({ length: 30 }, () => ({ name: 'x'.repeat(35_000) }))
  const { id } = await app.newOrder()
  for (let i = 1; i <= 12; i++) {
    const { status, text } = await app.call('PATCH', `/orders/${id}`, { items })
    assert.equal(status, 200, text)
    await other.until(() => other.changes().at(-1)?.version === i + 1)
  }
  // His place is free again, though he has read nothing yet.
  let again
  for (const end = Date.now() + 5000; again?.status !== 200 && Date.now() < end; await pause(100)) {
    again = await readFeed(app.url, { as: 'ann' })
  }
  assert.equal(again.status, 200)
  slow.resume()
  await ended
  await again.close()
  await other.close()
})

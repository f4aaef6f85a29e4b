import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { readFeed, readFrom } from './reader.mjs'
import { count, startApp } from './support.mjs'

const WRITERS = 20
const WRITES = count('WRITES', 4)
const LONGEST_MS = process.env.POSTGRES_URL ? 150 : 20

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
// After the change is in the feed, and before the commit.
const commitLate = async ({ operation, result }) => {
  if (operation !== 'findByID' && operation !== 'find') {
    await pause(Math.random() * LONGEST_MS)
  }
  return result
}

let app
let servers
before(async () => {
  const options = { feed: { heartbeat: 0.3, poll: 60, connectionsPerUser: 50 } }
  app = await startApp({ options, hooks: { afterOperation: [commitLate] } })
  // SQLite is for one server.
  servers = process.env.POSTGRES_URL ? [app, await app.another()] : [app]
})
after(async () => {
  for (const server of servers.toReversed()) {
    await server.stop()
  }
})

/** Reads until told to stop; its connection breaks at random, and it comes back with its cursor, to any server. */
function unsteadyReader(first) {
  const seen = []
  let isDone = false
  let drops = 0
  const running = (async () => {
    let reader = first
    for (;;) {
      await pause(Math.random() * 250)
      const isLast = isDone
      if (isLast) {
        await reader.pass(app)
      }
      await reader.close()
      seen.push(...reader.events)
      if (isLast) {
        return
      }
      drops++
      const { url } = servers[Math.floor(Math.random() * servers.length)]
      reader = await readFeed(url, { after: reader.cursor })
    }
  })()
  return {
    seen,
    async stop() {
      isDone = true
      await running
      return drops
    },
  }
}

const inOrder = (places) => places.map((place) => place.split('.').slice(1).map(Number))

test(`${WRITERS} writers who commit late, and readers who lose their connection: nothing missed, nothing twice`, async () => {
  const shared = await Promise.all(Array.from({ length: 5 }, () => app.newOrder()))
  const firsts = await Promise.all([1, 2, 3].map((i) => readFrom({ ...app, url: servers[i % servers.length].url })))
  const steady = await readFrom(app)
  const readers = firsts.map(unsteadyReader)
  const created = new Map()
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let i = 0; i < WRITES; i++) {
        const { call } = servers[(writer + i) % servers.length]
        const made = await call('POST', '/orders', { number: `${writer} ${i}` })
        assert.equal(made.status, 201, made.text)
        created.set(made.place, made.body.doc.id)
        const changed = await call('PATCH', `/orders/${shared[writer % 5].id}`, { note: `${writer} ${i}` })
        assert.equal(changed.status, 200, changed.text)
      }
    }),
  )
  const drops = await Promise.all(readers.map((reader) => reader.stop()))
  await steady.pass(app)
  await steady.close()
  assert.ok(Math.min(...drops) > 0)
  for (const seen of [steady.events, ...readers.map((reader) => reader.seen)]) {
    assert.deepEqual(
      seen.filter(({ event }) => event === 'reset'),
      [],
    )
    const changes = seen.filter(({ event, collection }) => event === 'change' && collection === 'orders')
    const places = inOrder(changes.map(({ place }) => place))
    assert.deepEqual(
      places,
      places.toSorted(([a, b], [c, d]) => a - c || b - d),
    )
    assert.equal(new Set(places.map(String)).size, places.length)
    const told = changes.filter(({ operation }) => operation === 'create')
    assert.deepEqual(new Map(told.map(({ place, id }) => [place, id])), new Map([...created].sort(byPlace)))
    for (const { id } of shared) {
      const last = changes.findLast((change) => change.id === id)
      assert.equal(last.version, 1 + (WRITERS / 5) * WRITES)
    }
  }
})

const byPlace = ([a], [b]) => Number(a.split('.')[1]) - Number(b.split('.')[1])

test('a change waits for an older transaction, and no longer', { skip: !process.env.POSTGRES_URL }, async () => {
  const reader = await readFrom(app)
  const old = await app.payload.db.beginTransaction()
  let place
  try {
    const { db } = app.payload.db.sessions[old]
    await app.payload.db.execute({ db, raw: 'SELECT pg_current_xact_id()' })
    ;({ place } = await app.call('POST', '/orders', { number: 'after an older one' }))
    await pause(1000)
    assert.deepEqual(reader.changes(), [])
  } finally {
    await app.payload.db.rollbackTransaction(old)
  }
  await reader.until(() => reader.changes().length === 1)
  assert.equal(reader.changes()[0].place, place)
  await reader.close()
})

test('a change on one server wakes the readers of another', { skip: !process.env.POSTGRES_URL }, async () => {
  const reader = await readFrom({ ...app, url: servers[1].url })
  const start = Date.now()
  await app.call('POST', '/orders', { number: 'far away' })
  await reader.until(() => reader.changes().length === 1)
  // The poll comes each minute.
  assert.ok(Date.now() - start < 30_000)
  await reader.close()
})

test(
  'a server that loses the connection on which it listens finds the changes',
  { skip: !process.env.POSTGRES_URL },
  async () => {
    const reader = await readFrom({ ...app, url: servers[1].url })
    await app.payload.db.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN sanguine_changes' AND datname = current_database()",
    )
    await app.call('POST', '/orders', { number: 'unheard' })
    await reader.until(() => reader.changes().length === 1)
    await reader.close()
  },
)

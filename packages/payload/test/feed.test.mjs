import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { readFeed, readFrom } from './reader.mjs'
import { startApp } from './support.mjs'

let app
const users = {}
before(async () => {
  app = await startApp({ options: { feed: { heartbeat: 0.2, connectionsPerUser: 12, connectionsOfAnonymous: 3 } } })
  const { docs } = await app.payload.find({ collection: 'users' })
  docs.forEach(({ name, id }) => (users[name] = id))
})
after(() => app.stop())

/** Reads while `act` runs, until the feed has passed that, and gives what was told. */
async function told(options, act) {
  const reader = await readFrom(app, options)
  await act()
  await reader.pass(app)
  await reader.close()
  return reader.changes()
}

const brief = ({ event, collection, id, operation, version }) =>
  event === 'gone' ? `gone ${collection} ${id}` : `${operation} ${collection} ${id} ${version}`

test('create, change and removal are told, with the record', async () => {
  const reader = await readFrom(app)
  const { id } = await app.newOrder()
  await reader.until(() => reader.changes().length === 1)
  await app.call('PATCH', `/orders/${id}`, { status: 'paid' })
  await reader.until(() => reader.changes().length === 2)
  await app.call('DELETE', `/orders/${id}`)
  await reader.until(() => reader.changes().length === 3)
  await reader.close()
  assert.deepEqual(reader.changes().map(brief), [`create orders ${id} 1`, `update orders ${id} 2`, `gone orders ${id}`])
  const { body } = await app.call('GET', `/orders/${(await app.newOrder()).id}?depth=0`)
  assert.deepEqual(Object.keys(reader.changes()[0].record).sort(), Object.keys(body).sort())
  assert.equal(reader.changes()[1].record.status, 'paid')
})

test('bulk writes, the local API, drafts and restored versions are told', async () => {
  const a = await app.newOrder()
  const b = await app.newOrder()
  const changes = await told({}, async () => {
    await app.call('PATCH', `/orders?where[id][in]=${a.id},${b.id}`, { note: 'bulk' })
    await app.payload.update({ collection: 'orders', id: a.id, data: { note: 'local' } })
    await app.call('DELETE', `/orders?where[id][equals]=${b.id}`)
    await app.call('POST', '/pages?draft=true', { title: 'draft' })
  })
  const ends = (text) => changes.some((change) => brief(change).startsWith(text))
  assert.ok(ends(`update orders ${a.id} 3`))
  assert.ok(ends(`gone orders ${b.id}`))
  assert.ok(ends('create pages'))
})

test('what is rolled back is not told, and has no place', async () => {
  const { id } = await app.newOrder()
  let answer
  const changes = await told({}, async () => {
    answer = await app.call('PATCH', `/orders/${id}`, { total: -1 })
  })
  assert.deepEqual([answer.status, answer.place, changes], [400, null, []])
})

test('the answer to a write has its place in the feed', async () => {
  const reader = await readFrom(app)
  const { place, body } = await app.call('POST', '/orders', { number: 'placed' })
  await reader.until(() => reader.changes().length === 1)
  await reader.close()
  assert.equal(reader.changes()[0].place, place)
  const patched = await app.call('PATCH', `/orders/${body.doc.id}`, { note: 'a' })
  const deleted = await app.call('DELETE', `/orders/${body.doc.id}`)
  const [first, second, third] = [place, patched.place, deleted.place].map((text) => Number(text.split('.')[1]))
  assert.ok(first < second && second < third)
  assert.equal((await app.call('GET', '/orders')).place, null)
})

test('a repeat with a key has the place of the first answer', async () => {
  const send = () => app.call('POST', '/orders', { number: 'keyed' }, { key: 'placed' })
  const [first, second] = [await send(), await send()]
  assert.equal(second.replayed, 'true')
  assert.match(first.place, /^[\da-f]{16}\.\d+\.\d+$/)
  assert.equal(second.place, first.place)
})

test('a reader is told nothing of what he may not see', async () => {
  const mine = async () => {
    const { body } = await app.call('POST', '/secrets', { text: 'of bob', owner: users.bob })
    await app.call('PATCH', `/secrets/${body.doc.id}`, { text: 'still of bob' })
    await app.call('DELETE', `/secrets/${body.doc.id}`)
  }
  assert.deepEqual(await told({ as: 'ann' }, mine), [])
  assert.deepEqual(await told({ as: null }, mine), [])
  const ofBob = await told({ as: 'bob' }, mine)
  assert.equal(ofBob.at(-1).event, 'gone')
})

test('fields that a reader may not see are left out', async () => {
  const write = () => app.call('POST', '/secrets', { text: 'a', owner: users.ann, hidden: 'x' })
  const [ofAnn] = await told({ as: 'ann' }, write)
  const [ofAdmin] = await told({ as: 'admin' }, write)
  assert.deepEqual(['hidden' in ofAnn.record, ofAdmin.record.hidden], [false, 'x'])
})

test('a record that changes hands is gone for the one, and there for the other', async () => {
  const { body } = await app.call('POST', '/secrets', { text: 'a', owner: users.ann })
  const { id } = body.doc
  const ann = await readFrom(app, { as: 'ann' })
  const bob = await readFrom(app, { as: 'bob' })
  await app.call('PATCH', `/secrets/${id}`, { owner: users.bob })
  await ann.until(() => ann.changes().length === 1)
  await app.call('PATCH', `/secrets/${id}`, { text: 'not for ann' })
  await ann.pass(app)
  await bob.pass(app)
  await ann.close()
  await bob.close()
  assert.deepEqual(ann.changes().map(brief), [`gone secrets ${id}`])
  assert.equal(ann.text.includes('not for ann'), false)
  assert.equal(bob.changes().at(-1).record.text, 'not for ann')
})

test('nobody reads the names of users without signing in, and what all may read is told to all', async () => {
  const changes = await told({ as: null }, async () => {
    await app.call('PATCH', `/users/${users.bob}`, { name: 'bob' })
    await app.newOrder()
  })
  assert.deepEqual(
    changes.map(({ collection }) => collection),
    ['orders'],
  )
})

test('secrets of users do not lie in the table of changes', async () => {
  await app.payload.update({ collection: 'users', id: users.bob, data: { name: 'bob' } })
  const { docs } = await app.payload.find({ collection: 'sanguine-changes', limit: 1, sort: '-xact' })
  const { before: stored, collection } = docs[0]
  assert.equal(collection, 'users')
  assert.deepEqual(
    ['hash', 'salt', 'apiKey', 'apiKeyIndex', 'sessions'].filter((name) => name in JSON.parse(stored)),
    [],
  )
})

test('a reader who comes back gets what he has missed, once', async () => {
  const first = await readFrom(app)
  const a = await app.newOrder()
  await first.until(() => first.changes().length === 1)
  await first.close()
  const b = await app.newOrder()
  const c = await app.newOrder()
  for (const path of ['/changes', `/changes?after=${first.cursor}`]) {
    const options = path === '/changes' ? { after: first.cursor } : { path }
    const again = await readFeed(app.url, options)
    await again.pass(app)
    await again.close()
    assert.deepEqual(
      again.changes().map(({ id }) => id),
      [b.id, c.id],
    )
    assert.ok(a.id < b.id)
  }
})

test('a cursor that is not understood gives a reset, and nothing of what was before', async () => {
  await app.call('POST', '/secrets', { text: 'long before', owner: users.bob })
  const { cursor, close } = await readFrom(app)
  await close()
  const name = cursor.split('.')[0]
  const forged = [
    '',
    '-1',
    '1',
    'x',
    `${name}.-1.0`,
    `${name}.999999999999999.1`,
    `${name}.99999999999999999999999.1`,
    `${name}.1.1 OR 1=1`,
    `${name}.1e3.1`,
    `0123456789abcdef.${cursor.split('.').slice(1).join('.')}`,
    'a'.repeat(5000),
  ]
  await Promise.all(
    forged.map(async (text) => {
      const reader = await readFeed(app.url, { as: 'ann', after: text })
      await reader.pass(app)
      await reader.close()
      assert.equal(reader.events[0].event, 'reset', text.slice(0, 40))
      assert.equal(reader.text.includes('long before'), false)
    }),
  )
  const fromZero = await readFeed(app.url, { as: 'ann', after: `${name}.0.0` })
  await fromZero.pass(app)
  await fromZero.close()
  assert.equal(fromZero.text.includes('of bob'), false)
  assert.equal(fromZero.text.includes('long before'), false)
})

test('a heartbeat comes without changes, with the cursor', async () => {
  const reader = await readFeed(app.url, { as: null })
  await reader.until((events) => events.length >= 3)
  await reader.pass(app)
  await reader.close()
  const places = reader.events.filter(({ event }) => event === 'place')
  assert.ok(places.length >= 3)
  assert.notEqual(places.at(-1).place, places[0].place)
  assert.match(reader.text, /^retry: \d+\n/)
  assert.match(reader.headers.get('content-type'), /^text\/event-stream/)
})

test('a user has only so many streams, and others have theirs', async () => {
  const open = await Promise.all(Array.from({ length: 12 }, () => readFeed(app.url, { as: 'ann' })))
  const refused = await readFeed(app.url, { as: 'ann' })
  const bob = await readFeed(app.url, { as: 'bob' })
  assert.deepEqual([refused.status, refused.headers.get('retry-after'), bob.status], [429, '10', 200])
  const nobody = await Promise.all(Array.from({ length: 3 }, () => readFeed(app.url, { as: null })))
  assert.equal((await readFeed(app.url, { as: null })).status, 429)
  await Promise.all([...open, bob, ...nobody].map((each) => each.close()))
  const end = Date.now() + 5000
  let again
  do {
    again = await readFeed(app.url, { as: 'ann' })
  } while (again.status !== 200 && Date.now() < end)
  assert.equal(again.status, 200)
  await again.close()
})

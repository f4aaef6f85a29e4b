import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { startApp } from './support.mjs'

let app
let seen
let act
const beforeChange = async ({ originalDoc, req }) => {
  seen = originalDoc?.version
  await act?.(req)
}

before(async () => void (app = await startApp({ hooks: { beforeChange: [beforeChange] } })))
after(() => app.stop())

test('a new record has version 1, whatever the request says', async () => {
  const order = await app.newOrder({ version: 77 })
  assert.equal(order.version, 1)
})

test('each change raises the version by one, whatever the request says', async () => {
  const { id } = await app.newOrder()
  await app.call('PATCH', `/orders/${id}`, { status: 'paid', version: 99 })
  const { body, etag } = await app.call('PATCH', `/orders/${id}`, { version: null })
  assert.equal(body.doc.version, 3)
  assert.equal(etag, '"3"')
})

test('trusted code cannot write the version either', async () => {
  const order = await app.payload.create({ collection: 'orders', data: { number: 'trusted', version: 50 } })
  const changed = await app.payload.update({ collection: 'orders', id: order.id, data: { version: 70 } })
  assert.deepEqual([order.version, changed.version], [1, 2])
})

test('a refused change does not raise the version', async () => {
  const { id } = await app.newOrder()
  const { status } = await app.call('PATCH', `/orders/${id}`, { total: -1 })
  const { etag } = await app.call('GET', `/orders/${id}`)
  assert.deepEqual([status, etag], [400, '"1"'])
})

test('hooks see the record with the version that the change replaces', async () => {
  const { id } = await app.newOrder()
  await app.call('PATCH', `/orders/${id}`, { status: 'paid' })
  assert.equal(seen, 1)
})

test('the tag is the same for each projection of a record', async () => {
  const { id } = await app.newOrder({ items: [{ name: 'a' }] })
  await app.call('PATCH', `/orders/${id}`, { status: 'paid' })
  const projections = [
    '',
    '?depth=0',
    '?select[number]=true',
    '?select[version]=false',
    '?select[version]=false&select[items]=false',
  ]
  const answers = await Promise.all(projections.map((projection) => app.call('GET', `/orders/${id}${projection}`)))
  assert.deepEqual(
    answers.map(({ etag }) => etag),
    projections.map(() => '"2"'),
  )
})

test('the answers to create, change and duplicate have a tag; a list and a count have none', async () => {
  const created = await app.call('POST', '/orders', { number: 'tagged' })
  const changed = await app.call('PATCH', `/orders/${created.body.doc.id}`, { status: 'paid' })
  const list = await app.call('GET', '/orders?limit=1')
  const number = await app.call('GET', '/orders/count')
  assert.deepEqual(
    [created, changed, list, number].map(({ etag }) => etag),
    ['"1"', '"2"', null, null],
  )
  assert.equal(typeof number.body.totalDocs, 'number')
})

test('a change from an older version is refused with the record as it is', async () => {
  const { id } = await app.newOrder()
  await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { ifMatch: '"1"' })
  const { status, body, etag } = await app.call('PATCH', `/orders/${id}`, { note: 'late' }, { ifMatch: '"1"' })
  assert.equal(status, 412)
  assert.equal(etag, '"2"')
  const { current } = body.errors[0].data
  assert.deepEqual([current.id, current.status, current.version], [id, 'paid', 2])
  assert.equal((await app.call('GET', `/orders/${id}`)).body.note, null)
})

test('the record of a refusal has the fields that the request selects, and its version', async () => {
  const { id } = await app.newOrder()
  const { body } = await app.call('PATCH', `/orders/${id}?select[status]=true`, { note: 'late' }, { ifMatch: '"7"' })
  assert.deepEqual(body.errors[0].data.current, { id, status: 'open', version: 1 })
})

test('a removal from an older version is refused, one from the newest is made', async () => {
  const { id } = await app.newOrder()
  await app.call('PATCH', `/orders/${id}`, { status: 'paid' })
  assert.equal((await app.call('DELETE', `/orders/${id}`, undefined, { ifMatch: '"1"' })).status, 412)
  assert.equal((await app.call('DELETE', `/orders/${id}`, undefined, { ifMatch: '"2"' })).status, 200)
  assert.equal((await app.call('GET', `/orders/${id}`)).status, 404)
})

for (const tag of ['"1"', 'W/"1"', '"1-gzip"', 'W/"1-br"', '"1;gzip"', '"8", "1"', '*', '"1:9", "1"']) {
  test(`If-Match: ${tag} means version 1`, async () => {
    const { id } = await app.newOrder()
    const { status } = await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { ifMatch: tag })
    assert.equal(status, 200)
  })
}

for (const tag of ['"2"', '""', '"01"', '"1.0"', '"11"', '"-gzip"', '"1 "', 'W/"10-gzip"', '"x:1"']) {
  test(`If-Match: ${tag} does not mean version 1`, async () => {
    const { id } = await app.newOrder()
    const { status } = await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { ifMatch: tag })
    assert.ok([400, 412].includes(status), `${status}`)
  })
}

for (const tag of [
  '',
  '1',
  '"1',
  '1"',
  '"1",',
  'w/"1"',
  '"1" "2"',
  '"1"; q=1',
  `"${'1'.repeat(70_000)}"`.slice(0, 9000) + 'x',
]) {
  test(`If-Match: ${tag.slice(0, 20)} is no list of tags`, async () => {
    const { id } = await app.newOrder()
    const { status } = await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { ifMatch: tag })
    assert.equal(status, 400)
    assert.equal((await app.call('GET', `/orders/${id}`)).etag, '"1"')
  })
}

test('who may not write learns nothing from a precondition', async () => {
  const { id } = await app.newOrder()
  for (const ifMatch of ['"1"', '"9"']) {
    const { status, text } = await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { as: null, ifMatch })
    assert.equal(status, 403)
    assert.doesNotMatch(text, /open/)
  }
  assert.equal((await app.call('GET', `/orders/${id}`)).etag, '"1"')
})

test('a refusal shows the record as this reader may see it', async () => {
  const { docs } = await app.payload.find({ collection: 'users' })
  const [ann, bob] = ['ann', 'bob'].map((name) => docs.find((user) => user.name === name))
  const data = { text: 'of ann', owner: ann.id, hidden: 'for admins' }
  const { id } = await app.payload.create({ collection: 'secrets', data })
  const own = await app.call('PATCH', `/secrets/${id}?depth=0`, { text: 'x' }, { as: 'ann', ifMatch: '"9"' })
  assert.equal(own.status, 412)
  assert.equal(own.body.errors[0].data.current.text, 'of ann')
  assert.equal('hidden' in own.body.errors[0].data.current, false)
  for (const ifMatch of ['"1"', '"9"']) {
    const others = await app.call('PATCH', `/secrets/${id}`, { text: 'x' }, { as: 'bob', ifMatch })
    assert.equal(others.status, 403)
    assert.doesNotMatch(others.text, /of ann/)
  }
  assert.equal(bob.name, 'bob')
})

test('a record that does not exist is 404, with a precondition or without, and so is an id that cannot be one', async () => {
  const withOne = await app.call('PATCH', '/orders/987654', { status: 'paid' }, { ifMatch: '"1"' })
  const without = await app.call('DELETE', '/orders/987654')
  const odd = await app.call('PATCH', '/orders/99999999999999', { status: 'paid' }, { ifMatch: '"1"' })
  assert.deepEqual([withOne.status, without.status], [404, 404])
  assert.ok(odd.status >= 400)
})

test('the header is for the record of the address, not for what hooks write', async () => {
  const other = await app.newOrder()
  const { id } = await app.newOrder()
  await app.call('PATCH', `/orders/${other.id}`, { note: 'a' })
  act = (req) => {
    act = undefined
    return app.payload.update({ collection: 'orders', id: other.id, data: { note: 'by a hook' }, req })
  }
  const { status } = await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { ifMatch: '"1"' })
  const { body } = await app.call('GET', `/orders/${other.id}`)
  assert.deepEqual([status, body.note, body.version], [200, 'by a hook', 3])
})

test('a hook whose operation fails takes the whole change back, and the answer says so', async () => {
  const { id } = await app.newOrder()
  act = (req) => {
    act = undefined
    return app.payload.findByID({ collection: 'orders', id: 987654, req }).catch(() => {})
  }
  const { status } = await app.call('PATCH', `/orders/${id}`, { status: 'paid' })
  const { body, etag } = await app.call('GET', `/orders/${id}`)
  assert.deepEqual([status, body.status, etag], [500, 'open', '"1"'])
})

test('a document lock of another user is still 423', async () => {
  const { id } = await app.newOrder()
  const { docs } = await app.payload.find({ collection: 'users', where: { name: { equals: 'ann' } } })
  const data = { document: { relationTo: 'orders', value: id }, user: { relationTo: 'users', value: docs[0].id } }
  await app.payload.create({ collection: 'payload-locked-documents', data })
  assert.equal(
    (await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { as: 'bob', ifMatch: '"1"' })).status,
    423,
  )
  assert.equal(
    (await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { as: 'ann', ifMatch: '"1"' })).status,
    200,
  )
})

test('a login does not touch the version of the user', async () => {
  const { docs } = await app.payload.find({ collection: 'users', where: { name: { equals: 'bob' } } })
  const changed = await app.payload.update({ collection: 'users', id: docs[0].id, data: { name: 'bob' } })
  await app.payload.login({ collection: 'users', data: { email: 'bob@example.com', password: 'secret' } })
  const after = await app.payload.findByID({ collection: 'users', id: docs[0].id })
  assert.equal(after.version, changed.version)
})

test('a write past the hooks cannot set the version', async () => {
  const { id } = await app.newOrder()
  await app.payload.db.updateOne({ collection: 'orders', id, data: { status: 'direct', version: 50 } })
  const { body } = await app.call('GET', `/orders/${id}`)
  assert.deepEqual([body.status, body.version], ['direct', 1])
})

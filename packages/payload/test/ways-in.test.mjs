import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { startApp } from './support.mjs'

let app
before(async () => void (app = await startApp()))
after(() => app.stop())

const versions = async (collection, ids) =>
  (await app.payload.find({ collection, where: { id: { in: ids } }, sort: 'id' })).docs.map(({ version }) => version)

// Bulk

test('a bulk write raises the version of each record that it changes', async () => {
  const [a, b, c] = [await app.newOrder(), await app.newOrder(), await app.newOrder()]
  const { status } = await app.call('PATCH', `/orders?where[id][in]=${a.id},${b.id}`, { status: 'paid', version: 40 })
  assert.equal(status, 200)
  assert.deepEqual(await versions('orders', [a.id, b.id, c.id]), [2, 2, 1])
})

test('a bulk write refuses by themselves the records of another version, with the record as it is', async () => {
  const [a, b] = [await app.newOrder(), await app.newOrder()]
  await app.call('PATCH', `/orders/${b.id}`, { note: 'by another' })
  const ifMatch = `"${a.id}:1", "${b.id}:1"`
  const { status, body } = await app.call(
    'PATCH',
    `/orders?where[id][in]=${a.id},${b.id}`,
    { status: 'paid' },
    { ifMatch },
  )
  assert.equal(status, 400)
  assert.deepEqual(
    body.docs.map(({ id, version }) => [id, version]),
    [[a.id, 2]],
  )
  const [{ id, status: why, current }] = body.errors
  assert.deepEqual([id, why, current.note, current.version], [b.id, 412, 'by another', 2])
  assert.deepEqual(await versions('orders', [a.id, b.id]), [2, 2])
})

test('a bulk removal keeps the records of another version', async () => {
  const [a, b] = [await app.newOrder(), await app.newOrder()]
  const ifMatch = `"${a.id}:1", "${b.id}:5"`
  const { body } = await app.call('DELETE', `/orders?where[id][in]=${a.id},${b.id}`, undefined, { ifMatch })
  assert.deepEqual(
    [body.docs.map(({ id }) => id), body.errors.map(({ id, status }) => [id, status])],
    [[a.id], [[b.id, 412]]],
  )
  assert.deepEqual(await versions('orders', [a.id, b.id]), [1])
})

test('bulk writes at once lose nothing: each record is changed by one, or the other is told', async () => {
  const orders = await Promise.all(Array.from({ length: 5 }, () => app.newOrder()))
  const ids = orders.map(({ id }) => id)
  const answers = await Promise.all(
    ['note', 'status'].map((field) => app.call('PATCH', `/orders?where[id][in]=${ids}`, { [field]: 'bulk' })),
  )
  const { docs } = await app.payload.find({ collection: 'orders', where: { id: { in: ids } } })
  for (const doc of docs) {
    const done = answers.map(({ body }) => (body.docs ?? []).some(({ id }) => id === doc.id))
    assert.deepEqual([doc.note === 'bulk', doc.status === 'bulk'], done)
    assert.equal(doc.version, 1 + done.filter(Boolean).length)
  }
})

// GraphQL

test('GraphQL goes through the same check', async () => {
  const { id } = await app.newOrder()
  const change = `mutation { updateOrder(id: ${id}, data: { status: "paid", version: 9 }) { version } }`
  assert.equal((await app.ask(change, { ifMatch: '"1"' })).data.updateOrder.version, 2)
  const { errors } = await app.ask(change, { ifMatch: '"1"' })
  assert.deepEqual([errors[0].extensions.statusCode, errors[0].extensions.data.current.version], [412, 2])
  const removal = await app.ask(`mutation { deleteOrder(id: ${id}) { id } }`, { ifMatch: '"1"' })
  assert.equal(removal.errors[0].extensions.statusCode, 412)
})

test('each mutation of a GraphQL request is checked', async () => {
  const [a, b] = [await app.newOrder(), await app.newOrder()]
  await app.call('PATCH', `/orders/${b.id}`, { note: 'x' })
  const one = ({ id }, name) => `${name}: updateOrder(id: ${id}, data: { status: "paid" }) { version }`
  const { data, errors } = await app.ask(`mutation { ${one(a, 'a')} ${one(b, 'b')} }`, { ifMatch: '"1"' })
  assert.deepEqual([data.a.version, data.b, errors[0].extensions.statusCode], [2, null, 412])
})

test('GraphQL refuses a key, which it could not keep', async () => {
  const { id } = await app.newOrder()
  const change = `mutation { updateOrder(id: ${id}, data: { status: "paid" }) { version } }`
  const { errors } = await app.ask(change, { key: 'k1' })
  assert.equal(errors[0].extensions.statusCode, 400)
  const creation = await app.ask('mutation { createOrder(data: { number: "by key" }) { id } }', { key: 'k2' })
  assert.equal(creation.errors[0].extensions.statusCode, 400)
  assert.deepEqual(await versions('orders', [id]), [1])
})

// The local API

for (const [name, ifMatch] of Object.entries({ 'a number': 1, 'a tag': '"1"', 'a list': '"7", "1"' })) {
  test(`the local API takes a precondition: ${name}`, async () => {
    const { id } = await app.newOrder()
    const change = () =>
      app.payload.update({ collection: 'orders', id, data: { status: 'paid' }, context: { ifMatch } })
    assert.equal((await change()).version, 2)
    await assert.rejects(change, ({ status, data }) => status === 412 && data.current.version === 2)
    await assert.rejects(app.payload.delete({ collection: 'orders', id, context: { ifMatch } }), { status: 412 })
  })
}

test('the local API takes a version for each record of a bulk write', async () => {
  const [a, b] = [await app.newOrder(), await app.newOrder()]
  const { docs, errors } = await app.payload.update({
    collection: 'orders',
    where: { id: { in: [a.id, b.id] } },
    data: { status: 'paid' },
    context: { ifMatch: { [a.id]: 1, [b.id]: 2 } },
  })
  assert.deepEqual([docs.map(({ id }) => id), errors.map(({ id }) => id)], [[a.id], [b.id]])
})

test('a precondition of the local API that means nothing is refused', async () => {
  const { id } = await app.newOrder()
  for (const ifMatch of [null, true, 'x', [1], '']) {
    await assert.rejects(app.payload.update({ collection: 'orders', id, data: {}, context: { ifMatch } }), {
      status: 400,
    })
  }
})

test('a write without a transaction is refused', async () => {
  const { id } = await app.newOrder()
  await assert.rejects(
    app.payload.update({ collection: 'orders', id, data: { status: 'paid' }, disableTransaction: true }),
    /needs a transaction/,
  )
})

test('a transaction of the app may hold several changes, and takes all of them back', async () => {
  const { id } = await app.newOrder()
  const transactionID = await app.payload.db.beginTransaction()
  const req = { transactionID }
  const first = await app.payload.update({ collection: 'orders', id, data: { status: 'paid' }, req })
  const second = await app.payload.update({
    collection: 'orders',
    id,
    data: { status: 'sent' },
    req,
    context: { ifMatch: 2 },
  })
  await app.payload.db.rollbackTransaction(transactionID)
  assert.deepEqual([first.version, second.version, await versions('orders', [id])], [2, 3, [1]])
})

// Drafts and versions

test('a draft raises the version of its record, and the published one has the same tag', async () => {
  const { body } = await app.call('POST', '/pages', { title: 'first', _status: 'published' })
  const { id } = body.doc
  const draft = await app.call('PATCH', `/pages/${id}?draft=true`, { title: 'draft', version: 30 }, { ifMatch: '"1"' })
  const read = await app.call('GET', `/pages/${id}?draft=true`)
  const published = await app.call('GET', `/pages/${id}`)
  assert.deepEqual([draft.etag, read.etag, published.etag], ['"2"', '"2"', '"2"'])
  assert.deepEqual([draft.body.doc.version, read.body.title, published.body.title], [2, 'draft', 'first'])
})

test('a draft from an older version is refused with the draft, and so is an autosave', async () => {
  const { body } = await app.call('POST', '/pages?draft=true', { title: 'new' })
  const { id } = body.doc
  await app.call('PATCH', `/pages/${id}?draft=true&autosave=true`, { title: 'second' }, { ifMatch: '"1"' })
  await app.call('PATCH', `/pages/${id}?draft=true&autosave=true`, { title: 'third' }, { ifMatch: '"2"' })
  for (const more of ['', '&autosave=true']) {
    const { status, body: refused } = await app.call(
      'PATCH',
      `/pages/${id}?draft=true${more}`,
      { body: 'x' },
      { ifMatch: '"2"' },
    )
    assert.deepEqual([status, refused.errors[0].data.current.title], [412, 'third'])
  }
  const published = await app.call('PATCH', `/pages/${id}`, { _status: 'published' }, { ifMatch: '"3"' })
  assert.deepEqual([published.status, published.body.doc.title, published.etag], [200, 'third', '"4"'])
})

test('drafts of one record at once: one from each version is taken', async () => {
  const { body } = await app.call('POST', '/pages', { title: 'race', _status: 'published' })
  const draft = (i) =>
    app.call('PATCH', `/pages/${body.doc.id}?draft=true`, { title: `draft ${i}` }, { ifMatch: '"1"' })
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => draft(i)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(7).fill(412)])
})

test('restoring a stored version is a change like others', async () => {
  const { body } = await app.call('POST', '/pages', { title: 'one', _status: 'published' })
  const { id } = body.doc
  await app.call('PATCH', `/pages/${id}`, { title: 'two' })
  const { docs } = await app.payload.findVersions({
    collection: 'pages',
    where: { parent: { equals: id } },
    sort: 'createdAt',
  })
  assert.equal((await app.call('POST', `/pages/versions/${docs[0].id}`, undefined, { ifMatch: '"1"' })).status, 412)
  const restored = await app.call('POST', `/pages/versions/${docs[0].id}`, undefined, { ifMatch: '"2"' })
  const read = await app.call('GET', `/pages/${id}`)
  assert.deepEqual([restored.status, read.body.title, read.etag], [200, 'one', '"3"'])
})

test('a bulk write of drafts raises each version', async () => {
  const made = [await app.call('POST', '/pages', { title: 'a' }), await app.call('POST', '/pages', { title: 'b' })]
  const ids = made.map(({ body }) => body.doc.id)
  const { status } = await app.call('PATCH', `/pages?draft=true&where[id][in]=${ids}`, { body: 'bulk' })
  assert.deepEqual([status, await versions('pages', ids)], [200, [2, 2]])
})

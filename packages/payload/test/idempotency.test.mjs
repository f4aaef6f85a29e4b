import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'

import { count, startApp } from './support.mjs'

let app
let act
before(
  async () => void (app = await startApp({ hooks: { afterChange: [async ({ req }) => void (await act?.(req))] } })),
)
after(() => app.stop())

const total = async (collection, where) => (await app.payload.count({ collection, where })).totalDocs
const ofNumber = (number) => ({ number: { equals: number } })

test('a repeat gets the stored answer, with its tag, and nothing happens twice', async () => {
  const first = await app.call('POST', '/orders', { number: 'twice' }, { key: 'twice' })
  const second = await app.call('POST', '/orders', { number: 'twice' }, { key: 'twice' })
  assert.deepEqual([first.status, first.etag, first.replayed], [201, '"1"', null])
  assert.deepEqual([second.status, second.etag, second.replayed], [201, '"1"', 'true'])
  assert.equal(second.text, first.text)
  assert.equal(await total('orders', ofNumber('twice')), 1)
})

test('a repeated change raises the version once, also if the record has moved on', async () => {
  const { id } = await app.newOrder()
  const change = () =>
    app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { key: `change ${id}`.replace(' ', '-'), ifMatch: '"1"' })
  const first = await change()
  await app.call('PATCH', `/orders/${id}`, { status: 'sent' })
  const second = await change()
  const now = await app.call('GET', `/orders/${id}`)
  assert.deepEqual([second.text, now.body.status, now.etag], [first.text, 'sent', '"3"'])
})

test('the same key with another body, address or method is refused', async () => {
  const { id } = await app.newOrder()
  await app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { key: 'one' })
  const others = [
    await app.call('PATCH', `/orders/${id}`, { status: 'sent' }, { key: 'one' }),
    await app.call('PATCH', `/orders/${id}?depth=0`, { status: 'paid' }, { key: 'one' }),
    await app.call('PATCH', `/orders/${id + 1}`, { status: 'paid' }, { key: 'one' }),
    await app.call('DELETE', `/orders/${id}`, undefined, { key: 'one' }),
    await app.call('POST', '/orders', { status: 'paid' }, { key: 'one' }),
  ]
  assert.deepEqual(
    others.map(({ status }) => status),
    [422, 422, 422, 422, 422],
  )
  assert.equal((await app.call('GET', `/orders/${id}`)).etag, '"2"')
})

test('another user has other keys', async () => {
  const answers = []
  for (const as of ['ann', 'bob']) {
    answers.push(await app.call('POST', '/orders', { number: `of ${as}` }, { as, key: 'shared' }))
  }
  const nobody = await app.call('POST', '/orders', { number: 'of ann' }, { as: null, key: 'shared' })
  assert.deepEqual(
    answers.map(({ status, replayed }) => [status, replayed]),
    [
      [201, null],
      [201, null],
    ],
  )
  assert.equal(nobody.status, 403)
  assert.doesNotMatch(nobody.text, /of ann/)
})

test('a refusal is not stored, so a repeat is a new attempt', async () => {
  const { id } = await app.newOrder()
  const change = () => app.call('PATCH', `/orders/${id}`, { note: 'x' }, { key: 'again', ifMatch: '"2"' })
  const refused = await change()
  await app.call('PATCH', `/orders/${id}`, { status: 'paid' })
  const made = await change()
  assert.deepEqual([refused.status, made.status, made.replayed], [412, 200, null])
})

test('a failure of a hook leaves neither effect nor key', async () => {
  act = () => {
    act = undefined
    throw new Error('after the effect')
  }
  const create = () => app.call('POST', '/orders', { number: 'failed once' }, { key: 'failed-once' })
  const failed = await create()
  assert.deepEqual([failed.status, await total('orders', ofNumber('failed once'))], [500, 0])
  assert.equal((await create()).status, 201)
})

test('a key that has expired is a new one', async () => {
  const order = { number: 'expired' }
  const { body } = await app.call('POST', '/orders', order, { key: 'expired' })
  await app.payload.delete({ collection: 'orders', id: body.doc.id })
  await app.payload.db.updateMany({
    collection: 'sanguine-keys',
    where: { key: { equals: 'expired' } },
    data: { expires: 1 },
  })
  const again = await app.call('POST', '/orders', order, { key: 'expired' })
  assert.deepEqual([again.status, again.replayed], [201, null])
})

test('removals and bulk writes are repeated with the same answer', async () => {
  const [a, b] = [await app.newOrder(), await app.newOrder()]
  const bulk = () => app.call('PATCH', `/orders?where[id][in]=${a.id},${b.id}`, { note: 'bulk' }, { key: 'bulk' })
  const removal = () => app.call('DELETE', `/orders/${a.id}`, undefined, { key: 'removal' })
  const answers = [await bulk(), await bulk(), await removal(), await removal()]
  assert.equal(answers[1].text, answers[0].text)
  assert.equal(answers[3].text, answers[2].text)
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  assert.equal((await app.call('GET', `/orders/${b.id}`)).etag, '"2"')
})

test('a bulk write that is refused in part is stored, because it has changed the rest', async () => {
  const [a, b] = [await app.newOrder(), await app.newOrder()]
  const where = `/orders?where[id][in]=${a.id},${b.id}`
  const write = () => app.call('PATCH', where, { note: 'part' }, { key: 'part', ifMatch: `"${a.id}:1", "${b.id}:2"` })
  const [first, second] = [await write(), await write()]
  assert.deepEqual([first.status, second.text, second.replayed], [400, first.text, 'true'])
  assert.deepEqual(
    first.body.docs.map(({ id }) => id),
    [a.id],
  )
})

test('a file is sent again as another form, and is stored once', async () => {
  const send = (text = 'text') => {
    const form = new FormData()
    form.append('file', new File([text], 'note.txt', { type: 'text/plain' }))
    form.append('_payload', JSON.stringify({ alt: 'a note' }))
    return app.call('POST', '/files', form, { key: 'a-file' })
  }
  const [first, second] = [await send(), await send()]
  assert.equal(first.status, 201, first.text)
  assert.deepEqual([second.text, second.replayed], [first.text, 'true'])
  assert.equal(await total('files', {}), 1)
  const { staticDir } = app.payload.collections.files.config.upload
  assert.deepEqual(
    (await readdir(staticDir)).filter((name) => name.endsWith('.txt')),
    ['note.txt'],
  )
  assert.equal((await send('other')).status, 422)
})

for (const key of ['', 'two words', 'k'.repeat(256), '""']) {
  test(`Idempotency-Key: ${key.slice(0, 12)} is refused`, async () => {
    assert.equal((await app.call('POST', '/orders', { number: `odd ${key}` }, { key })).status, 400)
  })
}

test('a key in quotes is the key without them', async () => {
  await app.call('POST', '/orders', { number: 'quoted' }, { key: '"quoted"' })
  assert.equal((await app.call('POST', '/orders', { number: 'quoted' }, { key: 'quoted' })).replayed, 'true')
})

test('nobody reads or writes the keys', async () => {
  assert.equal((await app.call('GET', '/sanguine-keys')).status, 501)
  const { errors } = await app.ask('{ SanguineKeys { docs { id } } }')
  assert.ok(errors.length > 0)
})

test('many repeats at once have one effect and the same answer', async () => {
  const repeats = count('REPEATS', 30)
  const send = () => app.call('POST', '/orders', { number: 'at once' }, { key: 'at-once' })
  const answers = await Promise.all(Array.from({ length: repeats }, send))
  assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))], [`201 ${answers[0].text}`])
  assert.equal(answers.filter(({ replayed }) => replayed === null).length, 1)
  assert.equal(await total('orders', ofNumber('at once')), 1)
})

test('many repeats of a change at once raise the version once', async () => {
  const { id } = await app.newOrder()
  const send = () => app.call('PATCH', `/orders/${id}`, { status: 'paid' }, { key: 'change-at-once', ifMatch: '"1"' })
  const answers = await Promise.all(Array.from({ length: count('REPEATS', 30) }, send))
  assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))], [`200 ${answers[0].text}`])
  assert.equal((await app.call('GET', `/orders/${id}`)).etag, '"2"')
})

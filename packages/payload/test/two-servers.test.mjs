import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { startApp } from './support.mjs'

let app
let other
before(async () => {
  app = await startApp({ hooks: { afterChange: [() => new Promise((resolve) => setTimeout(resolve, 20))] } })
  other = await app.another()
})
after(async () => {
  await other.stop()
  await app.stop()
})

const onBoth = (send) => Promise.all(Array.from({ length: 12 }, (_, i) => send(i % 2 ? other : app, i)))

test('writers on two servers: one wins', async () => {
  const { id } = await app.newOrder()
  for (const version of [1, 2, 3]) {
    const answers = await onBoth(({ call }, i) =>
      call('PATCH', `/orders/${id}`, { note: `${i}` }, { ifMatch: `"${version}"` }),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(11).fill(412)])
  }
})

test('repeats on two servers have one effect and the same answer', async () => {
  const answers = await onBoth(({ call }) => call('POST', '/orders', { number: 'on both' }, { key: 'on-both' }))
  assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))], [`201 ${answers[0].text}`])
  assert.equal(
    (await app.payload.count({ collection: 'orders', where: { number: { equals: 'on both' } } })).totalDocs,
    1,
  )
})

test('changes on two servers without a precondition lose no field', async () => {
  const { id } = await app.newOrder()
  await onBoth(({ call }, i) => call('PATCH', `/orders/${id}`, i % 2 ? { note: 'kept' } : { status: 'kept' }))
  const { body } = await other.call('GET', `/orders/${id}`)
  assert.deepEqual([body.note, body.status, body.version], ['kept', 'kept', 13])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { count, startApp } from './support.mjs'

const ROUNDS = count('ROUNDS', 3)
const WRITERS = 50

let app
before(async () => void (app = await startApp()))
after(() => app.stop())

const atOnce = (send) => Promise.all(Array.from({ length: WRITERS }, (_, i) => send(i)))

test(`${WRITERS} writers from one version, ${ROUNDS} rounds: one wins each, without gap or double`, async () => {
  const { id } = await app.newOrder()
  for (let version = 1; version <= ROUNDS; version++) {
    const send = (i) =>
      app.call('PATCH', `/orders/${id}`, { status: `${version} of ${i}` }, { ifMatch: `"${version}"` })
    const answers = await atOnce(send)
    const winners = answers.filter(({ status }) => status === 200)
    assert.deepEqual(
      winners.map(({ etag }) => etag),
      [`"${version + 1}"`],
    )
    assert.equal(answers.filter(({ status }) => status === 412).length, WRITERS - 1)
    const { body } = await app.call('GET', `/orders/${id}`)
    assert.deepEqual([body.version, body.status], [version + 1, winners[0].body.doc.status])
  }
})

test(`${WRITERS} writers without a precondition get ${WRITERS} versions, and each keeps its field`, async () => {
  const { id } = await app.newOrder({ items: [] })
  const field = ['status', 'note', 'total']
  const answers = await atOnce((i) => app.call('PATCH', `/orders/${id}`, { [field[i % 3]]: i % 3 === 2 ? i : `${i}` }))
  const versions = answers.map(({ body }) => body.doc.version).sort((a, b) => a - b)
  assert.deepEqual(
    versions,
    Array.from({ length: WRITERS }, (_, i) => i + 2),
  )
  const last = Object.fromEntries(field.map((name) => [name, []]))
  for (const [i, { body }] of answers.entries()) {
    last[field[i % 3]].push([body.doc.version, body.doc[field[i % 3]]])
  }
  const { body } = await app.call('GET', `/orders/${id}`)
  for (const name of field) {
    assert.equal(body[name], last[name].sort(([a], [b]) => a - b).at(-1)[1])
  }
})

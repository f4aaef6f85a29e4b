import type { APIRequestContext, APIResponse } from '@playwright/test'

import { expect, test, type Database } from './shop'

const headers = { 'Sec-Fetch-Site': 'same-origin' }
const mug = { name: 'Stoneware mug', qty: 1, price: 1450 }
const order = { number: 'SO-9000', customer: 'Ines Weber', items: [mug] }
const event = { title: 'Cupping', date: '2027-03-01T10:00:00.000Z', location: 'Roastery' }

/** Values that no order can have, each of a kind of its own. */
const wrongOrders: Record<string, unknown>[] = [
  { items: [{ ...mug, qty: 1e300, price: 1e300 }] },
  { items: [{ ...mug, qty: 2 ** 53 }] },
  { items: [{ ...mug, price: -1 }] },
  { items: [{ ...mug, qty: [1] }] },
  { items: [{ ...mug, name: { text: 'Mug' } }] },
  { items: [{ ...mug, name: 'M'.repeat(201) }] },
  {
    items: [
      { ...mug, id: 'a' },
      { ...mug, id: 'a' },
    ],
  },
  { items: [{ ...mug, id: { a: 1 } }] },
  { items: Array.from({ length: 101 }, () => mug) },
  { items: 'mugs' },
  { items: { 0: mug } },
  { items: [null] },
  { items: [] },
  { status: 'lost' },
  { status: ['paid'] },
  { customer: 5 },
  { customer: ['Ines'] },
  { customer: '   ' },
  { customer: 'C'.repeat(201) },
  { customer: 'Ines\u0000Weber' },
  { customer: 'Ines\ud83d' },
  { number: 'SO-1001' },
  { number: 'N'.repeat(41) },
  { total: {} },
  { version: 'next' },
  { createdAt: 'yesterday' },
  { updatedAt: null },
]

const wrongEvents: Record<string, unknown>[] = [
  { title: {} },
  { title: 'T'.repeat(201) },
  { date: 'soon' },
  { date: 5 },
  { date: '+275760-09-13T00:00:00.000Z' },
  { location: ['here'] },
  { description: {} },
  { description: 'D'.repeat(5001) },
]

const wrongUsers: Record<string, unknown>[] = [
  { email: {} },
  { email: ['a@example.com'] },
  { email: `${'a'.repeat(250)}@example.com` },
  { password: {} },
  { password: 'p'.repeat(501) },
  { name: 5 },
  { name: 'N'.repeat(201) },
]

/** Bodies that are no record, whatever the collection. */
const noRecords = ['[1]', '"paid"', 'null', '5', '{', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`]

/** Parameters that mean nothing. */
const wrongQueries = [
  'limit=many',
  'limit=1.5',
  'limit=-1',
  'limit=1e400',
  'limit=1&limit=2',
  'page=1e30',
  'page[a]=1',
  'depth=deep',
  'where=paid',
  'where[status]=paid',
  'where[status][equals][]=paid',
  'where[status][is]=paid',
  'where[customer][near]=1',
  'where[id][in]=1,two',
  'where[total][greater_than]=much',
  'where[createdAt][greater_than]=yesterday',
  'where[or]=1',
  `where[customer][like]=${'a%20'.repeat(1500)}`,
  'sort[a]=number',
  'select=number',
  'data={',
]

/** Refused with a sentence for a person, and the lists are what they were. */
async function expectRefused(answer: APIResponse, what: string, status = 400): Promise<void> {
  expect(answer.status(), what).toBe(status)
  const { errors } = (await answer.json()) as { errors: { message: string }[] }
  expect(errors[0]!.message, what).toMatch(/^\P{Cc}{10,}$/u)
  expect(errors[0]!.message, what).not.toContain('Something went wrong')
}

async function expectListsAnswer(request: APIRequestContext): Promise<void> {
  for (const path of ['orders', 'events', 'users']) {
    expect((await request.get(`/api/${path}?limit=300`, { headers })).status(), path).toBe(200)
  }
}

async function count(request: APIRequestContext, collection: string): Promise<number> {
  const answer = await request.get(`/api/${collection}/count`, { headers })
  return ((await answer.json()) as { totalDocs: number }).totalDocs
}

test('an order that cannot be is refused, and the order is as it was', async ({ request, database }) => {
  const before = await database.order('SO-1160')
  for (const data of wrongOrders) {
    const answer = await request.patch(`/api/orders/${before.id}`, { data, headers })
    await expectRefused(answer, JSON.stringify(data).slice(0, 80))
  }
  for (const data of noRecords) {
    const answer = await request.patch(`/api/orders/${before.id}`, {
      data: Buffer.from(data),
      headers: { ...headers, 'Content-Type': 'application/json' },
    })
    await expectRefused(answer, data.slice(0, 80))
  }
  expect(await database.order('SO-1160')).toEqual(before)
  await expectListsAnswer(request)
})

for (const { collection, valid, wrong } of [
  { collection: 'orders', valid: order, wrong: wrongOrders },
  { collection: 'events', valid: event, wrong: wrongEvents },
  { collection: 'users', valid: { email: 'new@example.com', password: 'optimist' }, wrong: wrongUsers },
]) {
  test(`none of ${collection} is made of what cannot be`, async ({ request }) => {
    const before = await count(request, collection)
    for (const data of wrong) {
      const answer = await request.post(`/api/${collection}`, { data: { ...valid, ...data }, headers })
      await expectRefused(answer, JSON.stringify(data).slice(0, 80))
    }
    expect(await count(request, collection)).toBe(before)
    await expectListsAnswer(request)
  })
}

test('a change that fails in the database leaves nothing behind', async ({ request, database }) => {
  const [before, other] = [await database.order('SO-1161'), await database.order('SO-1162')]
  // The id of another order’s item passes every check of a single order.
  const items = [mug, { ...mug, id: other.items[0]!.id }]
  await expectRefused(
    await request.patch(`/api/orders/${before.id}`, { data: { customer: 'Nobody', items }, headers }),
    'a taken id',
  )
  expect(await database.order('SO-1161')).toEqual(before)
  expect(await database.order('SO-1162')).toEqual(other)
})

test('of a change of several orders that is refused for one none is made', async ({ request, database }) => {
  const before = await both(database)
  const several = '/api/orders?where[number][in]=SO-1163,SO-1164'
  for (const data of [{ number: 'SO-9163' }, { customer: '' }, { items: [{ ...mug, qty: 0 }] }]) {
    await expectRefused(await request.patch(several, { data, headers }), JSON.stringify(data))
  }
  expect(await both(database)).toEqual(before)
})

const both = (database: Database) => Promise.all(['SO-1163', 'SO-1164'].map((number) => database.order(number)))

test('a change or removal of several records has to say which', async ({ request }) => {
  const before = await count(request, 'events')
  for (const query of ['', '?where=', '?where[and]=', '?where[or][]=', '?where[or][]=1', '?where={}', '?where[a]=1']) {
    await expectRefused(await request.delete(`/api/events${query}`, { headers }), `DELETE ${query}`)
    await expectRefused(
      await request.patch(`/api/events${query}`, { data: { title: 'All' }, headers }),
      `PATCH ${query}`,
    )
  }
  expect(await count(request, 'events')).toBe(before)
})

test('a question that means nothing is refused', async ({ request }) => {
  for (const query of wrongQueries) {
    await expectRefused(await request.get(`/api/orders?${query}`, { headers }), query.slice(0, 80))
  }
})

test('a record that cannot be there is not found', async ({ request }) => {
  for (const id of ['abc', '1abc', '1e400', 'null', '-1', '1.5', '99999999999999999999']) {
    await expectRefused(await request.get(`/api/orders/${id}`), `GET ${id}`, 404)
    await expectRefused(await request.delete(`/api/orders/${id}`, { headers }), `DELETE ${id}`, 404)
    await expectRefused(await request.patch(`/api/orders/${id}`, { data: {}, headers }), `PATCH ${id}`, 404)
  }
})

test('a body of more than 1 MB is refused', async ({ request, database }) => {
  const { id } = await database.order('SO-1165')
  const data = { customer: 'C'.repeat(3_000_000) }
  await expectRefused(await request.patch(`/api/orders/${id}`, { data, headers }), '3 MB', 413)
  await expectRefused(await request.post('/api/users/login', { data, headers }), '3 MB', 413)
})

test('changes of one order at the same time all count', async ({ request, database }) => {
  const { id, version } = await database.order('SO-1166')
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => request.patch(`/api/orders/${id}`, { data: { status: 'paid' }, headers })),
  )
  expect(answers.map((answer) => answer.status())).toEqual(Array(10).fill(200))
  expect((await database.order('SO-1166')).version).toBe(version + 10)
})

test('nobody can remove the user that they are', async ({ request }) => {
  await expectRefused(await request.delete('/api/users?where[id][exists]=true', { headers }), 'all users')
  expect(await count(request, 'users')).toBeGreaterThan(0)
})

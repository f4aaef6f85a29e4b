import { signedOut } from './session'
import { expect, test } from './shop'

const sameSite = { 'Sec-Fetch-Site': 'same-origin' }

test('the seed is 200 orders and 40 events with whole totals', async ({ request }) => {
  const orders = (await (await request.get('/api/orders?limit=200&sort=number')).json()) as {
    totalDocs: number
    docs: { number: string; total: number; items: { qty: number; price: number }[] }[]
  }
  expect(orders.totalDocs).toBe(200)
  expect(orders.docs[0]!.number).toBe('SO-1001')
  for (const { total, items } of orders.docs) {
    expect(total).toBe(items.reduce((sum, { qty, price }) => sum + qty * price, 0))
  }
  const events = (await (await request.get('/api/events?limit=0')).json()) as { totalDocs: number }
  expect(events.totalDocs).toBe(40)
})

test('the server counts versions and sums totals, whatever the request says', async ({ request, database }) => {
  const before = await database.order('SO-1151')
  const answer = await request.patch(`/api/orders/${before.id}`, {
    data: { version: 77, total: 1, items: [{ name: 'Stoneware mug', qty: 2, price: 1450 }] },
    headers: sameSite,
  })
  expect(answer.status()).toBe(200)
  const after = await database.order('SO-1151')
  expect(after.version).toBe(before.version + 1)
  expect(after.total).toBe(2900)
})

test('a change from a page of another origin is refused', async ({ request, database }) => {
  const { id } = await database.order('SO-1152')
  const answer = await request.patch(`/api/orders/${id}`, {
    data: { status: 'cancelled' },
    headers: { Origin: 'http://elsewhere.example' },
  })
  expect(answer.status()).toBe(403)
})

test('an invalid value is refused with the path of its field', async ({ request, database }) => {
  const { id } = await database.order('SO-1153')
  const answer = await request.patch(`/api/orders/${id}`, {
    data: { items: [{ name: 'Stoneware mug', qty: 0, price: 1450 }] },
    headers: sameSite,
  })
  expect(answer.status()).toBe(400)
  const { errors } = (await answer.json()) as { errors: { data: { errors: { path: string }[] } }[] }
  expect(errors[0]!.data.errors[0]!.path).toBe('items.0.qty')
})

test.describe('signed out', () => {
  test.use({ storageState: signedOut })

  test('anyone may read and nobody may change', async ({ request, database }) => {
    const { id, version } = await database.order('SO-1154')
    const answer = await request.patch(`/api/orders/${id}`, { data: { status: 'cancelled' }, headers: sameSite })
    expect(answer.status()).toBe(403)
    expect((await database.order('SO-1154')).version).toBe(version)
    expect((await request.get('/api/users')).status()).toBe(403)
  })
})

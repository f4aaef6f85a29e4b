import { createClient } from '@libsql/client'

import { expect, test } from './shop'

const headers = { 'Sec-Fetch-Site': 'same-origin' }

test('while another process writes, orders can be read, and changes wait for it', async ({ request, database }) => {
  const { id } = await database.order('SO-1167')
  const other = await createClient({ url: `file:${process.env.E2E_DATABASE}` }).transaction('write')
  await other.execute("UPDATE events SET location = 'Elsewhere' WHERE id = 40")
  let ended = false
  const changes = ['paid', 'packed', 'shipped'].map(async (status) => {
    const answer = await request.patch(`/api/orders/${id}`, { data: { status }, headers })
    return { status: answer.status(), afterwards: ended }
  })

  await new Promise((resolve) => setTimeout(resolve, 600))
  expect((await request.get('/api/orders?limit=1')).status()).toBe(200)
  ended = true
  await other.commit()

  expect(await Promise.all(changes)).toEqual(Array(3).fill({ status: 200, afterwards: true }))
})

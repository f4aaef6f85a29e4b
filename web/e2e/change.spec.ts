import { ordersKey, type OrderList } from '../src/shop/orders'
import { cached, expect, HeldChanges, live, openOrders, Row, test } from './shop'

test('a change shows in the same task as the click while the response is held', async ({ page, database }) => {
  const before = await database.setStatus('SO-1101', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1101')
  const held = await HeldChanges.on(page)
  // The window hears the click last, but still in the click's own task.
  await page.evaluate(() => {
    window.addEventListener('click', (event) => {
      const status = (event.target as Element).closest('tr')?.querySelector('.status')
      document.body.dataset.seen = status?.className
    })
  })

  await row.advance.click()

  expect(await page.evaluate(() => document.body.dataset.seen)).toBe('status status-paid')
  const route = await held.next()
  expect(route.request().postDataJSON()).toEqual({ status: 'paid' })
  expect((await database.order('SO-1101')).version).toBe(before.version)
  await row.shows('paid')
  await expect(row.advance).toHaveText('Mark as packed')
  await route.continue()
  await expect.poll(async () => (await database.order('SO-1101')).status).toBe('paid')
  await row.shows('paid')
  await expect(row.problem).toBeHidden()
})

test('after a success the cache holds the server’s record and a reload agrees', async ({ page, database }) => {
  const before = await database.setStatus('SO-1102', 'paid')
  await openOrders(page)
  const row = new Row(page, 'SO-1102')
  const answered = page.waitForResponse((response) => response.request().method() === 'PATCH')

  await row.advance.click()
  expect((await answered).status()).toBe(200)

  const stored = await database.order('SO-1102')
  expect(stored.status).toBe('packed')
  expect(stored.version).toBe(before.version + 1)
  await expect
    .poll(async () => (await cached<OrderList>(page, ordersKey))?.docs.find(({ id }) => id === stored.id))
    .toEqual(stored)

  await page.reload()
  await live(page)
  await row.shows('packed')
  expect((await cached<OrderList>(page, ordersKey))?.docs.find(({ id }) => id === stored.id)).toEqual(stored)
})

test('an order can be cancelled and then offers no further step', async ({ page, database }) => {
  await database.setStatus('SO-1103', 'packed')
  await openOrders(page)
  const row = new Row(page, 'SO-1103')

  await row.cancel.click()

  await row.shows('cancelled')
  await expect(row.advance).toHaveAttribute('aria-disabled', 'true')
  // For five seconds it can be undone.
  await expect(row.cancel).toHaveAttribute('aria-disabled', 'true', { timeout: 10_000 })
  await expect.poll(async () => (await database.order('SO-1103')).status).toBe('cancelled')
})

test('an order goes from pending to delivered step by step', async ({ page, database }) => {
  await database.setStatus('SO-1104', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1104')

  for (const status of ['paid', 'packed', 'shipped', 'delivered'] as const) {
    await row.advance.click()
    await row.shows(status)
  }

  await expect.poll(async () => (await database.order('SO-1104')).status).toBe('delivered')
  await row.shows('delivered')
})

test('changes to several orders at once all reach the server', async ({ page, database }) => {
  const numbers = ['SO-1105', 'SO-1106', 'SO-1107', 'SO-1108']
  for (const number of numbers) {
    await database.setStatus(number, 'pending')
  }
  await openOrders(page)

  for (const number of numbers) {
    await new Row(page, number).advance.click()
  }

  for (const number of numbers) {
    await expect.poll(async () => (await database.order(number)).status).toBe('paid')
    await new Row(page, number).shows('paid')
  }
})

import { expect, live, markedNodes, markNodes, openOrders, Row, test } from './shop'

test('the widget takes the server’s nodes over', async ({ page, database }) => {
  await database.setStatus('SO-1131', 'pending')
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/orders', { waitUntil: 'commit' })
  await expect(page.locator('tr.order')).toHaveCount(200)
  const marked = await markNodes(page)
  expect(await page.locator('[data-live]').count()).toBe(0)
  release()
  await live(page)
  await page.waitForLoadState('networkidle')

  expect(await markedNodes(page)).toBe(marked)
  const row = new Row(page, 'SO-1131')
  await row.advance.click()
  await row.shows('paid')
  expect(await row.status.evaluate((node) => 'mark' in node)).toBe(true)
  expect(await row.advance.evaluate((node) => 'mark' in node)).toBe(true)
})

test('back and forward keep the nodes, and what they show stays true', async ({ page, database }) => {
  await database.setStatus('SO-1132', 'pending')
  await openOrders(page)
  const marked = await markNodes(page)

  await page.getByRole('link', { name: 'Events' }).click()
  await expect(page.getByRole('heading', { name: 'Events' })).toBeVisible()
  await expect(page.locator('shop-orders')).toHaveCount(0)
  await page.goBack()
  await live(page)
  expect(await markedNodes(page)).toBe(marked)

  await page.goForward()
  await expect(page.getByRole('heading', { name: 'Events' })).toBeVisible()
  await page.getByRole('link', { name: 'Orders' }).click()
  await live(page)
  expect(await markedNodes(page)).toBe(marked)

  const row = new Row(page, 'SO-1132')
  await row.advance.click()
  await expect.poll(async () => (await database.order('SO-1132')).status).toBe('paid')
  await row.shows('paid')
})

test('a refreshed state from the server goes into the same nodes', async ({ page, database }) => {
  await database.setStatus('SO-1133', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1133')
  await row.shows('pending')
  await row.row.evaluate((node) => Object.assign(node, { mark: true }))
  await row.status.evaluate((node) => Object.assign(node, { mark: true }))
  await database.setStatus('SO-1133', 'shipped')

  // Signing out refreshes the route.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()

  await row.shows('shipped')
  expect(await row.row.evaluate((node) => 'mark' in node)).toBe(true)
  expect(await row.status.evaluate((node) => 'mark' in node)).toBe(true)
})

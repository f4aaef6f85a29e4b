import type { Page } from '@playwright/test'

import { expect, HeldChanges, live, openOrders, Row, test } from './shop'

test.use({ failures: true })

/** The window is looked at again. */
const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

/** How often the list is fetched, from now on. */
function countReads(page: Page): () => number {
  let reads = 0
  page.on('request', (request) => {
    reads += Number(request.method() === 'GET' && new URL(request.url()).pathname === '/api/orders')
  })
  return () => reads
}

test('who comes back to the window sees what happened meanwhile', async ({ page, database }) => {
  await database.setStatus('SO-1071', 'pending')
  await openOrders(page)
  await database.setStatus('SO-1071', 'shipped')
  await comeBack(page)
  await new Row(page, 'SO-1071').shows('shipped')
})

test('when the network is back the page fetches what happened meanwhile', async ({ page, context, database }) => {
  await database.setStatus('SO-1072', 'pending')
  await openOrders(page)
  await context.setOffline(true)
  await database.setStatus('SO-1072', 'shipped')
  await context.setOffline(false)
  await new Row(page, 'SO-1072').shows('shipped')
})

test('a page that was left follows nothing, and follows once when it is back', async ({ page, database }) => {
  await database.setStatus('SO-1073', 'pending')
  await openOrders(page)
  for (let visit = 0; visit < 2; visit++) {
    await page.getByRole('link', { name: 'Events' }).click()
    await expect(page.getByRole('heading', { name: 'Events' })).toBeVisible()
    await page.goBack()
    await live(page)
  }
  await page.waitForLoadState('networkidle')
  const reads = countReads(page)
  await database.setStatus('SO-1073', 'shipped')
  await comeBack(page)
  await new Row(page, 'SO-1073').shows('shipped')
  expect(reads()).toBe(1)

  await page.getByRole('link', { name: 'Events' }).click()
  await expect(page.locator('shop-orders')).toHaveCount(0)
  await comeBack(page)
  await page.waitForLoadState('networkidle')
  expect(reads()).toBe(1)
})

test('a double click is one step', async ({ page, database }) => {
  const before = await database.setStatus('SO-1074', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1074')
  await row.advance.dblclick()
  await row.shows('paid')
  await page.waitForLoadState('networkidle')
  const { status, version } = await database.order('SO-1074')
  expect([status, version]).toEqual(['paid', before.version + 1])
})

test('a key that is held is one step, and the next press is the next', async ({ page, database }) => {
  await database.setStatus('SO-1075', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1075')
  await row.advance.focus()
  for (let repeat = 0; repeat < 4; repeat++) {
    await page.keyboard.down('Enter')
  }
  await page.keyboard.up('Enter')
  await row.shows('paid')
  await page.keyboard.press('Enter')
  await row.shows('packed')
  await expect.poll(async () => (await database.order('SO-1075')).status).toBe('packed')
})

test('closing the tab asks first, as long as a change is under way', async ({ page, database }) => {
  await database.setStatus('SO-1076', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1076')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  const change = await held.next()
  // The second one waits for the first.
  await row.advance.click()
  const asked = page.waitForEvent('dialog', { timeout: 5000 })
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  await change.continue()
  await (await held.next()).continue()
  await expect(row.row).not.toHaveAttribute('data-pending')
  const asksAgain = await page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(asksAgain).toBe(false)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => page.isClosed()).toBe(true)
})

test('buttons are not alive before they are', async ({ page, database }) => {
  await database.setStatus('SO-1077', 'pending')
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/orders', { waitUntil: 'commit' })
  const row = new Row(page, 'SO-1077')
  await expect(row.advance).toBeDisabled()
  await expect(page.getByText('The buttons work as soon as the page has loaded.')).toBeVisible()
  release()
  await live(page)
  await expect(row.advance).toBeEnabled()
  await expect(page.getByText('The buttons work as soon as the page has loaded.')).toBeHidden()
  await row.advance.click()
  await row.shows('paid')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says what works and what does not', async ({ page }) => {
    await page.goto('/orders')
    await expect(page.getByText('Without JavaScript orders can be read, but not changed.')).toBeVisible()
    await expect(page.getByText('The buttons work as soon as the page has loaded.')).toBeHidden()
    await expect(page.locator('shop-orders button:visible')).toHaveCount(0)
  })
})

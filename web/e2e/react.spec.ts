import type { Page } from '@playwright/test'

import { expect, HeldChanges, live, markNodes, Row, test } from './shop'

const reactRow = (page: Page, number: string) => page.locator('li.react-order').filter({ hasText: number })

/** Clicks and reads both sides in the same task: microtasks run in between, timers do not. */
function clickAndRead(page: Page, selector: string, number: string): Promise<{ widget?: string; react?: string }> {
  return page.evaluate(
    async ({ buttons, order }) => {
      const holding = (rows: string) =>
        [...document.querySelectorAll(rows)].find((row) => row.querySelector('.order-number')?.textContent === order)
      const status = (rows: string) => holding(rows)?.querySelector('.status')?.className
      let nextTask = false
      const timer = new MessageChannel()
      timer.port1.onmessage = () => {
        nextTask = true
      }
      timer.port2.postMessage(null)
      holding(buttons)!.querySelector('button')!.click()
      for (let tick = 0; tick < 100; tick++) {
        await null
      }
      if (nextTask) {
        throw new Error('The click’s task was over before the rows were read.')
      }
      return { widget: status('tr.order'), react: status('li.react-order') }
    },
    { buttons: selector, order: number },
  )
}

async function openBoth(page: Page): Promise<void> {
  await page.goto('/react')
  await live(page)
  await expect(page.locator('li.react-order')).toHaveCount(200)
  await page.waitForLoadState('networkidle')
}

test('a change in the Java widget shows in both in the same task', async ({ page, database }) => {
  await database.setStatus('SO-1161', 'pending')
  await openBoth(page)
  const held = await HeldChanges.on(page)

  expect(await clickAndRead(page, 'tr.order', 'SO-1161')).toEqual({
    widget: 'status status-paid',
    react: 'status status-paid',
  })

  await (await held.next()).continue()
  await expect.poll(async () => (await database.order('SO-1161')).status).toBe('paid')
  await new Row(page, 'SO-1161').shows('paid')
  await expect(reactRow(page, 'SO-1161').locator('.status')).toHaveText('paid')
})

test('a change in React shows in both in the same task', async ({ page, database }) => {
  await database.setStatus('SO-1162', 'paid')
  await openBoth(page)
  const held = await HeldChanges.on(page)

  expect(await clickAndRead(page, 'li.react-order', 'SO-1162')).toEqual({
    widget: 'status status-packed',
    react: 'status status-packed',
  })

  await (await held.next()).continue()
  await expect.poll(async () => (await database.order('SO-1162')).status).toBe('packed')
  await new Row(page, 'SO-1162').shows('packed')
})

test.describe('when the request fails', () => {
  test.use({ failures: true })

  test('a change in React goes back in both, and React says why', async ({ page, database }) => {
    await database.setStatus('SO-1163', 'pending')
    await openBoth(page)
    const held = await HeldChanges.on(page)

    await reactRow(page, 'SO-1163').getByRole('button').click()
    await new Row(page, 'SO-1163').shows('paid')
    await (await held.next()).fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } })

    await new Row(page, 'SO-1163').shows('pending')
    await expect(reactRow(page, 'SO-1163').locator('.status')).toHaveText('pending')
    await expect(reactRow(page, 'SO-1163').getByRole('status')).toHaveText('The server answered 500.')
  })

  test('a change in the Java widget goes back in both', async ({ page, database }) => {
    await database.setStatus('SO-1164', 'pending')
    await openBoth(page)
    const held = await HeldChanges.on(page)
    const row = new Row(page, 'SO-1164')

    await row.advance.click()
    await expect(reactRow(page, 'SO-1164').locator('.status')).toHaveText('paid')
    await (await held.next()).abort('failed')

    await row.shows('pending')
    await expect(row.problem).toBeVisible()
    await expect(reactRow(page, 'SO-1164').locator('.status')).toHaveText('pending')
  })
})

test('both sides are rendered on the server', async ({ browser, baseURL, database }) => {
  const order = await database.setStatus('SO-1165', 'shipped')
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto('/react')
  await new Row(page, order.number).shows('shipped')
  await expect(reactRow(page, order.number).locator('.status')).toHaveText('shipped')
  await context.close()
})

test('a change made on /orders is there on /react and the other way round', async ({ page, database }) => {
  await database.setStatus('SO-1166', 'pending')
  await page.goto('/orders')
  await live(page)
  await markNodes(page)
  await new Row(page, 'SO-1166').advance.click()
  await new Row(page, 'SO-1166').shows('paid')

  await page.getByRole('link', { name: 'React' }).click()
  await expect(page.locator('li.react-order')).toHaveCount(200)
  await live(page)
  await expect(reactRow(page, 'SO-1166').locator('.status')).toHaveText('paid')
  await reactRow(page, 'SO-1166').getByRole('button').click()
  await new Row(page, 'SO-1166').shows('packed')
  await expect.poll(async () => (await database.order('SO-1166')).status).toBe('packed')

  await page.goBack()
  await live(page)
  await new Row(page, 'SO-1166').shows('packed')
  expect(await page.locator('tr.order').evaluateAll((rows) => rows.filter((row) => 'mark' in row).length)).toBe(200)
})

test('the devtools of React Query show the query', async ({ page }) => {
  await openBoth(page)
  await page.getByRole('button', { name: /open tanstack query devtools/i }).click()
  await expect(page.locator('.tsqd-main-panel')).toBeVisible()
  await expect(page.getByRole('button', { name: /query key \["orders",\{"limit":200,"sort":"number"\}\]/i })).toBeVisible()
})

import type { Page } from '@playwright/test'

import { expect, HeldChanges, live, markNodes, openReact, ReactRow, Row, test } from './shop'

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

test('a change in the Java widget shows in both in the same task', async ({ page, database }) => {
  await database.setStatus('SO-1161', 'pending')
  await openReact(page)
  const held = await HeldChanges.on(page)

  expect(await clickAndRead(page, 'tr.order', 'SO-1161')).toEqual({
    widget: 'status status-paid',
    react: 'status status-paid',
  })

  await (await held.next()).continue()
  await expect.poll(async () => (await database.order('SO-1161')).status).toBe('paid')
  await new Row(page, 'SO-1161').shows('paid')
  await new ReactRow(page, 'SO-1161').shows('paid')
})

for (const [way, order] of [
  ['optimistic', 'SO-1162'],
  ['pattern', 'SO-1163'],
] as const) {
  test(`a change in React, saved the ${way} way, shows in both in the same task`, async ({ page, database }) => {
    await database.setStatus(order, 'paid')
    await openReact(page, way)
    const held = await HeldChanges.on(page)

    expect(await clickAndRead(page, 'li.react-order', order)).toEqual({
      widget: 'status status-packed',
      react: 'status status-packed',
    })

    await (await held.next()).continue()
    await expect.poll(async () => (await database.order(order)).status).toBe('packed')
    await new Row(page, order).shows('packed')
    await new ReactRow(page, order).shows('packed')
  })
}

test('both sides are rendered on the server', async ({ browser, baseURL, database }) => {
  const order = await database.setStatus('SO-1165', 'shipped')
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto('/react')
  await new Row(page, order.number).shows('shipped')
  await new ReactRow(page, order.number).shows('shipped')
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
  await new ReactRow(page, 'SO-1166').shows('paid')
  await new ReactRow(page, 'SO-1166').advance.click()
  await new Row(page, 'SO-1166').shows('packed')
  await expect.poll(async () => (await database.order('SO-1166')).status).toBe('packed')

  await page.goBack()
  await live(page)
  await new Row(page, 'SO-1166').shows('packed')
  expect(await page.locator('tr.order').evaluateAll((rows) => rows.filter((row) => 'mark' in row).length)).toBe(200)
})

test('the devtools of React Query show the query and the change under way', async ({ page, database }) => {
  await database.setStatus('SO-1167', 'pending')
  await openReact(page)
  const held = await HeldChanges.on(page)
  await new ReactRow(page, 'SO-1167').advance.click()
  const request = await held.next()

  await page.getByRole('button', { name: /open tanstack query devtools/i }).click()
  await expect(page.locator('.tsqd-main-panel')).toBeVisible()
  await expect(
    page.getByRole('button', { name: /query key \["orders",\{"limit":200,"sort":"number"\}\]/i }),
  ).toBeVisible()
  await page.getByText('Mutations', { exact: true }).click()
  await expect(page.getByRole('button', { name: /mutation submitted at/i })).toHaveCount(1)
  await request.continue()
})

import { ordersKey, type OrderList } from '../src/shop/orders'
import { expect, HeldChanges, openOrders, Row, test } from './shop'

test.use({ failures: true })

type Said = { text: string; at: number }

test('two failures at once are both said, and stand long enough to be heard', async ({ page, database }) => {
  const numbers = ['SO-1091', 'SO-1092']
  for (const number of numbers) {
    await database.setStatus(number, 'pending')
  }
  await openOrders(page)
  const held = await HeldChanges.on(page)
  await page.locator('shop-orders .live').evaluate((region) => {
    const said: Said[] = []
    Object.assign(window, { said })
    new MutationObserver(() => said.push({ text: region.textContent!, at: performance.now() })).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    })
  })
  for (const number of numbers) {
    await new Row(page, number).advance.click()
  }
  const routes = [await held.next(), await held.next()]
  await Promise.all(routes.map((route) => route.fulfill({ status: 400, json: { errors: [{ message: 'No.' }] } })))
  for (const number of numbers) {
    await expect(new Row(page, number).problem).toBeVisible()
  }
  await page.waitForTimeout(2100)
  const stood = await page.evaluate(() => {
    const { said } = window as unknown as { said: Said[] }
    return said.map(({ text, at }, index) => ({ text, ms: (said[index + 1]?.at ?? performance.now()) - at }))
  })
  for (const number of numbers) {
    const best = Math.max(
      0,
      ...stood.filter(({ text }) => text.includes(`${number} was not saved`)).map(({ ms }) => ms),
    )
    expect(best, `how long the failure of ${number} stood`).toBeGreaterThan(800)
  }
})

test('a change that takes its time says so, in its row and aloud', async ({ page, database }) => {
  await database.setStatus('SO-1093', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1093')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  const change = await held.next()
  await expect(row.row.locator('.order-status')).toContainText('being saved')
  await expect(row.row.getByRole('button', { name: /^Mark as packed/, description: 'being saved' })).toHaveCount(1)
  await expect(page.locator('shop-orders .live')).toHaveText('Order SO-1093 is being saved as paid.')
  await change.continue()
  await expect(row.row.locator('.order-status')).not.toContainText('being saved')
})

test('of a long answer of the server a person reads the beginning', async ({ page, database }) => {
  await database.setStatus('SO-1094', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1094')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  const message = `It\u0007 can\u202enot be.\n\n${'<p>because</p> '.repeat(100)}`
  await (await held.next()).fulfill({ status: 400, json: { errors: [{ message }] } })
  await expect(row.problem).toContainText('the shop refused it: It cannot be. <p>because</p> ')
  const text = (await row.problem.textContent())!
  expect(text.length).toBeLessThan(260)
  expect(text).not.toMatch(/[\u0000-\u001f\u202e]/)
  await expect(row.problem.locator('p')).toHaveCount(0)
})

test('when the server asks to wait, the page says how long and sends nothing before', async ({ page, database }) => {
  await database.setStatus('SO-1095', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1095')
  const held = await HeldChanges.on(page)
  let sent = 0
  page.on('request', (request) => {
    sent += Number(request.method() === 'PATCH')
  })
  await row.advance.click()
  await (
    await held.next()
  ).fulfill({ status: 429, headers: { 'retry-after': '3' }, json: { errors: [{ message: 'Slow down.' }] } })
  await expect(row.problem).toContainText('Try again in 3 seconds.')
  await expect(page.locator('shop-orders .live')).toContainText('Try again in 3 seconds.')
  await expect(row.problem).toContainText('Try again in 1 second.')
  for (const button of [row.retry, row.advance]) {
    await button.evaluate((element: HTMLButtonElement) => element.click())
  }
  expect(sent).toBe(1)
  await expect(row.problem).not.toContainText('Try again in')
  await row.retry.click()
  await row.shows('paid')
  await (await held.next()).continue()
  await expect.poll(async () => (await database.order('SO-1095')).status).toBe('paid')
})

test('nothing has to be scrolled sideways, however narrow the page and large the text', async ({ page, database }) => {
  await database.setStatus('SO-1002', 'pending')
  await openOrders(page)
  await page.evaluate((key) => {
    document.querySelector('shop-orders')!.client.setQueryData<OrderList>(key, (old) => ({
      ...old!,
      docs: old!.docs.map((order, index) => ({
        ...order,
        customer:
          index === 0 ? 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle' : order.customer,
        items: order.items.map((item) => ({ ...item, name: index === 1 ? 'X'.repeat(90) : item.name })),
      })),
    }))
  }, ordersKey)
  const row = new Row(page, 'SO-1002')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  await (await held.next()).fulfill({ status: 400, json: { errors: [{ message: 'W'.repeat(150) }] } })
  await expect(row.problem).toBeVisible()

  for (const [width, text] of [
    [320, '100%'],
    [320, '200%'],
    [640, '200%'],
    [768, '100%'],
    [1024, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), text)
    const { wider, cut } = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      const nodes = document.querySelectorAll(
        'header a, header button, h1, tr.order:nth-child(-n+3) :is(td, span, button, p)',
      )
      const outside = [...nodes].filter(
        (node) => node.getClientRects().length > 0 && node.getBoundingClientRect().right > clientWidth + 1,
      )
      return { wider: scrollWidth - clientWidth, cut: outside.map((node) => node.outerHTML.slice(0, 80)) }
    })
    expect({ width, text, wider, cut }).toEqual({ width, text, wider: 0, cut: [] })
  }
})

import { expect, HeldChanges, live, openOrders, Row, test } from './shop'

const price = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 })

test('the page carries a strict content policy and asks no other host', async ({ page }) => {
  const answer = await page.goto('/orders')
  const policy = answer!.headers()['content-security-policy']!
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe-inline')
  expect(policy).not.toContain('unsafe-eval')
  await live(page)
  await page.waitForLoadState('networkidle')
})

test('orders work after a soft navigation', async ({ page, database }) => {
  await database.setStatus('SO-1141', 'pending')
  await page.goto('/events')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))

  await page.getByRole('link', { name: 'Orders' }).click()
  await expect(page.locator('tr.order')).toHaveCount(200)
  await live(page)

  const row = new Row(page, 'SO-1141')
  await row.advance.click()
  await row.shows('paid')
  await expect.poll(async () => (await database.order('SO-1141')).status).toBe('paid')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test.describe('at an address that no page has', () => {
  test.use({ failures: true })

  test('the shop says so in its own frame', async ({ page }) => {
    const answer = await page.goto('/nowhere')
    expect(answer!.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })
})

test('an event opens from the list', async ({ page }) => {
  await page.goto('/events')
  await expect(page.locator('tr.event')).toHaveCount(40)
  await page.getByRole('link', { name: 'Cupping evening no. 1' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cupping evening no. 1' })).toBeVisible()
})

test.describe('with the keyboard alone', () => {
  test.use({ failures: true })

  test('a change, its rollback and the next try keep the focus', async ({ page, database }) => {
    await database.setStatus('SO-1142', 'pending')
    await openOrders(page)
    const row = new Row(page, 'SO-1142')
    const held = await HeldChanges.on(page)

    await row.advance.focus()
    await page.keyboard.press('Enter')
    await row.shows('paid')
    await expect(row.advance).toBeFocused()
    await (await held.next()).abort('failed')
    await expect(row.problem).toBeVisible()
    await expect(row.advance).toBeFocused()

    await page.keyboard.press('Tab')
    await expect(row.cancel).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(row.retry).toBeFocused()
    await page.keyboard.press('Space')
    await row.shows('paid')
    await (await held.next()).continue()
    await expect.poll(async () => (await database.order('SO-1142')).status).toBe('paid')
    await expect(row.problem).toBeHidden()
    // The button that was pressed is gone; the focus is still in its row, not lost.
    expect(await row.row.evaluate((node) => node.contains(document.activeElement))).toBe(true)
  })

  test('the skip link leads past the navigation', async ({ page }) => {
    await openOrders(page)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the orders are complete and readable', async ({ page, database }) => {
    const order = await database.setStatus('SO-1200', 'shipped')
    await page.goto('/orders')

    await expect(page.locator('tr.order')).toHaveCount(200)
    const row = new Row(page, 'SO-1200')
    await expect(row.row.locator('.order-customer')).toHaveText(order.customer)
    for (const item of order.items) {
      await expect(row.row.locator('.order-items')).toContainText(item.name)
    }
    await expect(row.row.locator('.order-total')).toContainText(price.format(order.total / 100))
    await expect(row.status).toHaveText(/shipped/i)
    await expect(page.locator('p.order-problem:visible')).toHaveCount(0)
  })

  test('names that look like markup are text', async ({ page, request }) => {
    const answer = await request.get('/api/orders?limit=1&where[customer][like]=Halb')
    const { docs } = (await answer.json()) as { docs: { number: string; customer: string }[] }
    const { number, customer } = docs[0]!
    expect(customer).toContain('<')
    await page.goto('/orders')
    await expect(new Row(page, number).row.locator('.order-customer')).toHaveText(customer)
  })
})

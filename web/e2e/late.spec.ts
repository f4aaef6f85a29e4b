import { test } from './line'
import { expect, openOrders, Row } from './shop'

test.use({ failures: true })

/** The page waits for answers only so long. */
async function openHasty(page: Parameters<typeof openOrders>[0]): Promise<void> {
  await openOrders(page)
  await page.locator('shop-orders').evaluate((widget) => widget.setAttribute('timeout', '300'))
}

test('a change that was given up and arrives late is shown in the end', async ({ page, line, database }) => {
  await database.setStatus('SO-1061', 'pending')
  await openHasty(page)
  const row = new Row(page, 'SO-1061')
  line.hold()

  await row.advance.click()
  const late = await line.next()
  await expect(row.problem).toContainText('not confirmed')
  await row.shows('pending')
  // After the fetch that asked what became of it.
  await page.waitForLoadState('networkidle')
  expect((await late.deliver()).status).toBe(200)

  await row.shows('paid')
  await expect(row.problem).toBeHidden()
})

test('a change that was given up cannot undo the one after it', async ({ page, line, database }) => {
  await database.setStatus('SO-1062', 'pending')
  await openHasty(page)
  const row = new Row(page, 'SO-1062')
  line.hold()

  await row.advance.click()
  const late = await line.next()
  await expect(row.problem).toContainText('not confirmed')
  await row.cancel.click()
  await (await line.next()).pass()
  await expect.poll(async () => (await database.order('SO-1062')).status).toBe('cancelled')
  expect((await late.deliver()).status).toBe(412)

  expect((await database.order('SO-1062')).status).toBe('cancelled')
  await row.shows('cancelled')
})

test('a change that was given up and arrived is no conflict for the next try', async ({ page, line, database }) => {
  await database.setStatus('SO-1063', 'pending')
  await openHasty(page)
  const row = new Row(page, 'SO-1063')
  line.hold()

  await row.advance.click()
  const late = await line.next()
  await expect(row.retry).toBeVisible()
  await row.retry.click()
  const again = await line.next()
  await late.deliver()
  await again.pass()

  await row.shows('paid')
  await expect(row.problem).toBeHidden()
  const { status } = await database.order('SO-1063')
  expect(status).toBe('paid')
})

test('an order that somebody else moved meanwhile is not overwritten', async ({ page, database }) => {
  await database.setStatus('SO-1064', 'pending')
  await openOrders(page)
  await database.setStatus('SO-1064', 'cancelled')
  const row = new Row(page, 'SO-1064')

  await row.advance.click()

  await expect(row.problem).toContainText('someone else has changed the order')
  await row.shows('cancelled')
  expect((await database.order('SO-1064')).status).toBe('cancelled')
  // What is over cannot be tried again, only be read.
  await expect(row.retry).toHaveCount(0)
  await row.row.getByRole('button', { name: 'Dismiss, order SO-1064' }).press('Enter')
  await expect(row.problem).toBeHidden()
  expect(await row.row.evaluate((node) => node.contains(document.activeElement))).toBe(true)
})

test('a server that fails after it has made the change is believed about the order only', async ({
  page,
  line,
  database,
}) => {
  const failures = [
    ['SO-1065', 500],
    ['SO-1066', 503],
  ] as const
  for (const [number] of failures) {
    await database.setStatus(number, 'pending')
  }
  await openOrders(page)
  line.hold()
  for (const [number, status] of failures) {
    await new Row(page, number).advance.click()
    const change = await line.next()
    await change.deliver()
    change.answer(status)
  }
  for (const [number] of failures) {
    const row = new Row(page, number)
    await row.shows('paid')
    await expect(row.advance).toHaveText('Mark as packed')
    await expect(row.problem).toBeHidden()
  }
  await page.waitForLoadState('networkidle')
  for (const [number] of failures) {
    await new Row(page, number).shows('paid')
  }
})

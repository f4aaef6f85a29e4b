import type { Page } from '@playwright/test'

import { ordersKey, type OrderList } from '../src/shop/orders'
import { expect, HeldChanges, openOrders, Row, test } from './shop'

test.use({ failures: true })

/** The list as another answer of the server would have it. */
async function list(page: Page, which: 'without the first' | 'empty'): Promise<void> {
  await page.evaluate(
    ([key, change]) =>
      document.querySelector('shop-orders')!.client.setQueryData<OrderList>(key, (old) => {
        const docs = { 'without the first': old!.docs.slice(1), empty: [] }
        return { ...old!, docs: docs[change] }
      }),
    [ordersKey, which] as const,
  )
}

test('when the last step was tried again and saved, the focus is still in the row', async ({ page, database }) => {
  await database.setStatus('SO-1081', 'shipped')
  await openOrders(page)
  const row = new Row(page, 'SO-1081')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  await (await held.next()).abort('failed')
  await row.retry.focus()
  await page.keyboard.press('Enter')
  await (await held.next()).continue()
  await expect(row.problem).toBeHidden()
  await row.shows('delivered')
  expect(await row.row.evaluate((node) => node.contains(document.activeElement))).toBe(true)
})

test('a refused change, and the way to sign in that goes away, leave the focus in the row', async ({
  page,
  database,
}) => {
  await database.setStatus('SO-1082', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1082')
  const held = await HeldChanges.on(page)
  await row.advance.focus()
  await page.keyboard.press('Enter')
  await (await held.next()).fulfill({ status: 403, json: { errors: [{ message: 'No.' }] } })
  await expect(row.advance).toBeFocused()
  await row.row.getByRole('link', { name: 'Sign in' }).focus()
  // Another way to try again than by the focused link.
  await row.retry.evaluate((button: HTMLButtonElement) => button.click())
  await expect(row.row.getByRole('link')).toHaveCount(0)
  await expect(row.advance).toBeFocused()
  await (await held.next()).continue()
})

test('when a row goes away, the focus goes to the next one, and in the end to the head of the list', async ({
  page,
  database,
}) => {
  await database.setStatus('SO-1001', 'pending')
  await database.setStatus('SO-1002', 'paid')
  await openOrders(page)
  await new Row(page, 'SO-1001').advance.focus()
  await list(page, 'without the first')
  await expect(new Row(page, 'SO-1001').row).toHaveCount(0)
  await expect(new Row(page, 'SO-1002').advance).toBeFocused()
  await list(page, 'empty')
  await expect(page.locator('tr.order')).toHaveCount(0)
  await expect(page.locator('shop-orders caption')).toBeFocused()
})

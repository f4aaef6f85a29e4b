import type { Page } from '@playwright/test'

import { expect, HeldChanges, live, markedNodes, markNodes, Row, test, type Database } from './shop'

/** More orders than stand on one page; gone again afterwards. */
async function withOneMore(database: Database, use: () => Promise<void>): Promise<void> {
  const id = await database.add('SO-1201')
  try {
    await use()
  } finally {
    await database.remove(id)
  }
}

const link = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of orders' }).getByRole('link', { name })

test('the 201st order is on the second page, which the keyboard reaches', async ({ page, database }) => {
  await withOneMore(database, async () => {
    await page.goto('/orders')
    await live(page)
    await expect(page.locator('tr.order')).toHaveCount(200)
    await expect(page.locator('shop-orders caption')).toHaveText('Orders 1 to 200 of 201')
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    const marked = await markNodes(page)
    const held = await HeldChanges.on(page)
    const before = new Row(page, 'SO-1099')
    await database.setStatus('SO-1099', 'pending')
    await link(page, 'Next page').focus()
    await page.keyboard.press('Enter')

    await expect(page).toHaveURL(/\/orders\?page=2$/)
    await expect(page.locator('shop-orders caption')).toHaveText('Orders 201 to 201 of 201')
    await expect(page.locator('tr.order')).toHaveCount(1)
    expect(await page.evaluate(() => document.querySelector('shop-orders')!.contains(document.activeElement))).toBe(
      true,
    )
    const row = new Row(page, 'SO-1201')
    await row.advance.click()
    await row.shows('paid')
    await (await held.next()).continue()
    await expect.poll(async () => (await database.order('SO-1201')).status).toBe('paid')
    await row.shows('paid')

    await link(page, 'Previous page').click()
    await expect(page).toHaveURL(/\/orders$/)
    await before.shows('pending')
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    expect(await markedNodes(page)).toBe(marked)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the pages are plain links', async ({ page, database }) => {
    await withOneMore(database, async () => {
      await page.goto('/orders')
      await link(page, 'Next page').click()
      await expect(page).toHaveURL(/\/orders\?page=2$/)
      await expect(page.locator('tr.order')).toHaveCount(1)
      await expect(new Row(page, 'SO-1201').row).toBeVisible()
      await link(page, 'Previous page').click()
      await expect(page.locator('tr.order')).toHaveCount(200)
    })
  })
})

test('a page that is none leads to one that is', async ({ page }) => {
  for (const asked of ['99', 'x']) {
    await page.goto(`/orders?page=${asked}`)
    await expect(page).toHaveURL(/\/orders$/)
    await expect(page.locator('tr.order')).toHaveCount(200)
  }
})

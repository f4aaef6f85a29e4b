import { faults } from './axe'
import { change, customer, number, openForm } from './order-form'
import { expect, HeldChanges, openOrders, Row, test } from './shop'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, failures: true })

    for (const path of ['/events', '/events/1', '/sign-in', '/react', '/react/1', '/orders?order=1&status=delivered']) {
      test(`${path} has no fault that axe finds`, async ({ page }) => {
        await page.goto(path, { waitUntil: 'networkidle' })
        expect(await faults(page)).toEqual([])
      })
    }

    test('/orders has none either, with a change under way and one that failed', async ({ page, database }) => {
      await database.setStatus('SO-1001', 'pending')
      await database.setStatus('SO-1002', 'pending')
      await openOrders(page)
      const held = await HeldChanges.on(page)
      const failed = new Row(page, 'SO-1001')
      await failed.advance.click()
      await (await held.next()).abort('failed')
      await expect(failed.retry).toBeVisible()
      await new Row(page, 'SO-1002').advance.click()
      await held.next()
      expect(await faults(page)).toEqual([])
    })

    test('the form of an order has none either, with a refused field and an open conflict', async ({
      page,
      context,
      database,
    }) => {
      const id = await database.add(`AXE-${colorScheme}`)
      await openForm(page, id)
      await number(page).input.fill('X'.repeat(41))
      await page.keyboard.press('Enter')
      await expect(number(page).problem).toContainText('40')
      await customer(page).input.fill('Mine')
      await change(context.request, id, { customer: 'Theirs' })
      await page.keyboard.press('Enter')
      await expect(customer(page).problem).toContainText('Somebody else has made it “Theirs”.')
      expect(await faults(page)).toEqual([])
      await database.remove(id)
    })
  })
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

import { expect, HeldChanges, openOrders, Row, test } from './shop'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = { run(context: { exclude: string[] }): Promise<AxeResults> }

/** What axe finds wrong with the page as it stands, contrast included; of the long lists it looks at the first rows. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run({ exclude: ['tbody tr:nth-child(n+9)', 'li:nth-child(n+9)'] }),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, failures: true })

    for (const path of ['/events', '/events/1', '/sign-in', '/react', '/orders?order=1&status=delivered']) {
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
  })
}

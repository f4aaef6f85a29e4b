import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = { run(context: { exclude: string[] }): Promise<AxeResults> }

/** What axe finds wrong with the page as it stands, contrast included; of the long lists it looks at the first rows. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run({ exclude: ['tbody tr:nth-child(n+9)', 'li:nth-child(n+9)'] }),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

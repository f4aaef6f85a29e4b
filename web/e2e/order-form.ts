import { expect, type APIRequestContext, type Locator, type Page } from '@playwright/test'

/** One field of the form, with the parts that a person sees and uses. */
export class Field {
  readonly input: Locator
  readonly state: Locator
  readonly problem: Locator

  constructor(page: Page, label: string) {
    const field = page.locator('.order-field').filter({ has: page.getByText(label, { exact: true }) })
    this.input = field.getByRole('textbox')
    this.state = field.locator('.field-state')
    this.problem = field.locator('.order-problem')
  }

  button(name: string): Locator {
    return this.problem.getByRole('button', { name })
  }
}

export const customer = (page: Page) => new Field(page, 'Customer')
export const number = (page: Page) => new Field(page, 'Number')
/** What every other view shows of the order. */
export const views = (page: Page) => page.locator('.order-saved')

export async function openForm(page: Page, id: number): Promise<void> {
  await page.goto(`/react/${id}`)
  await page.waitForLoadState('networkidle')
  await expect(customer(page).input).toHaveValue('Ada Example')
}

/** Somebody else changes the order elsewhere. */
export async function change(request: APIRequestContext, id: number, fields: Record<string, string>): Promise<void> {
  const answer = await request.patch(`/api/orders/${id}`, {
    data: fields,
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(answer.status()).toBe(200)
}

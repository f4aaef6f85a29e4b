import type { Browser, Page } from '@playwright/test'

import { change, customer, number, openForm, views } from './order-form'
import { signIn } from './session'
import { type Database, expect, HeldChanges, test } from './shop'

/*
 * The form of one order, /react/[id]: what is typed stays until the server has it, whatever is fetched, refused, lost, or
 * changed by somebody else meanwhile.
 */

test.use({ failures: true })

/** The person comes back to the tab, so the order is fetched. */
const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

/** A colleague's own browser, signed in. */
async function colleague(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  await signIn(context.request)
  return context.newPage()
}

const customerOf = async (database: Database, order: string) => (await database.order(order)).customer

let orders = 0
let name: string
let id: number

test.beforeEach(async ({ database }, { workerIndex }) => {
  name = `FORM-${workerIndex}-${++orders}`
  id = await database.add(name)
})

test.afterEach(async ({ database }) => {
  await database.remove(id)
})

test('what is typed stays under a fetch that brings another text, and so does the caret', async ({ page, context }) => {
  await openForm(page, id)
  const { input, state } = customer(page)
  await input.fill('Mine')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await change(context.request, id, { customer: 'Theirs' })
  await comeBack(page)
  await expect(views(page)).toContainText('Theirs')
  await expect(input).toHaveValue('Mine')
  await expect(input).toBeFocused()
  await expect(state).toHaveText('Not saved yet')
  expect(await input.evaluate((node: HTMLInputElement) => node.selectionStart)).toBe(1)
})

test('a field is saved when it is left, and another browser sees it', async ({ page, browser, baseURL, database }) => {
  const other = await colleague(browser, baseURL)
  await openForm(other, id)
  await openForm(page, id)
  await customer(page).input.fill('Grace')
  await number(page).input.focus()
  await expect(customer(page).state).toHaveText('Saved')
  expect(await customerOf(database, name)).toBe('Grace')
  await comeBack(other)
  await expect(customer(other).input).toHaveValue('Grace')
  await other.context().close()
})

test('with the network cut the views go back, the text stays, and it can be saved again', async ({
  page,
  database,
}) => {
  await openForm(page, id)
  const { input, state, problem } = customer(page)
  await page.route('**/api/orders/*', (route) => route.abort('connectionrefused'))
  await input.fill('Offline')
  await page.keyboard.press('Enter')
  await expect(problem).toContainText('Not saved', { timeout: 15_000 })
  await expect(input).toHaveValue('Offline')
  await expect(views(page)).toContainText('Ada Example')
  await expect(page.locator('.order-form [role=status]')).toContainText('Customer was not saved')
  await page.unroute('**/api/orders/*')
  await customer(page).button('Try again').click()
  await expect(state).toHaveText('Saved')
  await expect.poll(() => customerOf(database, name)).toBe('Offline')
})

test('a field that the server refuses says why, and another one is saved', async ({ page, database }) => {
  await openForm(page, id)
  await number(page).input.fill('X'.repeat(41))
  await page.keyboard.press('Enter')
  await expect(number(page).problem).toContainText('40')
  await expect(number(page).input).toHaveValue('X'.repeat(41))
  await expect(number(page).input).toHaveAttribute('aria-invalid', 'true')
  await customer(page).input.fill('Grace')
  await page.keyboard.press('Enter')
  await expect(customer(page).state).toHaveText('Saved')
  await expect(customer(page).problem).toHaveCount(0)
  await expect(number(page).problem).toContainText('40')
  expect(await customerOf(database, name)).toBe('Grace')
})

test('of two fields under way at once the refused one says why, and the other is saved', async ({ page, database }) => {
  await openForm(page, id)
  const held = await HeldChanges.on(page)
  await number(page).input.fill('X'.repeat(41))
  await page.keyboard.press('Enter')
  const first = await held.next()
  await customer(page).input.fill('Grace')
  await page.keyboard.press('Enter')
  await expect(number(page).state).toHaveText('Saving…')
  await expect(customer(page).state).toHaveText('Saving…')

  await first.continue()
  await expect(number(page).problem).toContainText('40')
  await expect(customer(page).state).toHaveText('Saving…')
  await (await held.next()).continue()

  await expect(customer(page).state).toHaveText('Saved')
  await expect(customer(page).problem).toHaveCount(0)
  await expect(number(page).problem).toContainText('40')
  await expect(number(page).input).toHaveValue('X'.repeat(41))
  await expect(customer(page).input).toHaveValue('Grace')
  expect(await customerOf(database, name)).toBe('Grace')
})

test('of two fields that one request carries the server refuses one: no text is lost, and the other can be saved', async ({
  page,
  database,
}) => {
  await openForm(page, id)
  const held = await HeldChanges.on(page)
  await customer(page).input.fill('Grace')
  await page.keyboard.press('Enter')
  const first = await held.next()
  await customer(page).input.fill('Grace H.')
  await page.keyboard.press('Enter')
  await number(page).input.fill('X'.repeat(41))
  await page.keyboard.press('Enter')
  await first.continue()
  const both = await held.next()
  expect(both.request().postDataJSON()).toEqual({ customer: 'Grace H.', number: 'X'.repeat(41) })
  await both.continue()

  await expect(number(page).problem).toContainText('40')
  await expect(number(page).input).toHaveValue('X'.repeat(41))
  await expect(customer(page).problem).toHaveCount(0)
  await expect(customer(page).state).toHaveText('Not saved yet')
  await expect(customer(page).input).toHaveValue('Grace H.')
  expect(await customerOf(database, name)).toBe('Grace')

  await customer(page).input.focus()
  await page.keyboard.press('Enter')
  await (await held.next()).continue()
  await expect(customer(page).state).toHaveText('Saved')
  await expect(number(page).problem).toContainText('40')
  expect(await customerOf(database, name)).toBe('Grace H.')
})

test('what is typed during a save is kept, and saved after it', async ({ page, database }) => {
  await openForm(page, id)
  const held = await HeldChanges.on(page)
  const { input, state } = customer(page)
  await input.fill('One')
  await page.keyboard.press('Enter')
  await expect(state).toHaveText('Saving…')
  await input.press('End')
  await page.keyboard.type(' and two')
  await (await held.next()).continue()
  await expect.poll(() => customerOf(database, name)).toBe('One')
  await expect(input).toHaveValue('One and two')
  await expect(state).toHaveText('Not saved yet')
  await page.keyboard.press('Enter')
  await (await held.next()).continue()
  await expect(state).toHaveText('Saved')
  expect(await customerOf(database, name)).toBe('One and two')
})

for (const [answer, end] of [
  ['Keep mine', 'Mine'],
  ['Take theirs', 'Theirs'],
] as const) {
  test(`of two who type into one field the second is asked: ${answer}`, async ({
    page,
    browser,
    baseURL,
    database,
  }) => {
    const other = await colleague(browser, baseURL)
    await openForm(other, id)
    await openForm(page, id)
    await customer(other).input.fill('Theirs')
    await other.keyboard.press('Enter')
    await expect(customer(other).state).toHaveText('Saved')

    await customer(page).input.fill('Mine')
    await page.keyboard.press('Enter')
    await expect(customer(page).problem).toContainText('Somebody else has made it “Theirs”.')
    await expect(customer(page).input).toHaveValue('Mine')
    await expect(views(page)).toContainText('Theirs')
    expect(await customerOf(database, name)).toBe('Theirs')

    await customer(page).button(answer).focus()
    await page.keyboard.press('Enter')
    await expect(customer(page).problem).toHaveCount(0)
    await expect(customer(page).input).toHaveValue(end)
    await expect(customer(page).input).toBeFocused()
    await expect.poll(() => customerOf(database, name)).toBe(end)
    await other.context().close()
  })
}

test('two who type into different fields both win, without a question', async ({
  page,
  browser,
  baseURL,
  database,
}) => {
  const other = await colleague(browser, baseURL)
  await openForm(other, id)
  await openForm(page, id)
  const renamed = `${name}-B`
  await number(other).input.fill(renamed)
  await other.keyboard.press('Enter')
  await expect(number(other).state).toHaveText('Saved')

  await customer(page).input.fill('Grace')
  await page.keyboard.press('Enter')
  await expect(customer(page).state).toHaveText('Saved')
  await expect(number(page).input).toHaveValue(renamed)
  expect(await customerOf(database, renamed)).toBe('Grace')
  await other.context().close()
})

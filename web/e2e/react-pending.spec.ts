import { announcement, expect, HeldChanges, live, openReact, ReactRow, Row, test } from './shop'

test.use({ failures: true })

const refusal = { status: 500, json: { errors: [{ message: 'Something went wrong.' }] } }

test('a change under way is marked, whichever side it comes from, until it is saved', async ({ page, database }) => {
  await database.setStatus('SO-1181', 'pending')
  await openReact(page)
  const [react, widget] = [new ReactRow(page, 'SO-1181'), new Row(page, 'SO-1181')]
  const held = await HeldChanges.on(page)
  await expect(page.locator('li.react-order[data-pending]')).toHaveCount(0)

  await react.advance.click()
  await expect(react.row).toHaveAttribute('data-pending')
  await (await held.next()).continue()
  await expect(react.row).not.toHaveAttribute('data-pending')

  await widget.advance.click()
  await expect(react.row).toHaveAttribute('data-pending')
  await expect(page.locator('li.react-order[data-pending]')).toHaveCount(1)
  await (await held.next()).continue()
  await expect(react.row).not.toHaveAttribute('data-pending')
  await react.shows('packed')
})

test('each change that failed is listed, and is tried again or discarded by the keyboard', async ({
  page,
  database,
}) => {
  await database.setStatus('SO-1182', 'pending')
  await openReact(page)
  const row = new ReactRow(page, 'SO-1182')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  await row.advance.click()
  await row.shows('packed')
  await (await held.next()).fulfill(refusal)
  await (await held.next()).fulfill(refusal)
  await row.shows('pending')
  await expect(row.problem).toHaveText([/^Not saved as paid: The server/, /^Not saved as packed: The server/])

  // Past the first change's buttons to those of the second.
  await row.advance.focus()
  for (const wanted of [row.retry.nth(0), row.discard.nth(0), row.retry.nth(1), row.discard.nth(1)]) {
    await page.keyboard.press('Tab')
    await expect(wanted).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(row.problem).toHaveCount(1)
  await expect(row.advance).toBeFocused()
  await expect(announcement(page)).toHaveText('The change of order SO-1182 to packed is discarded.')

  await page.keyboard.press('Tab')
  await expect(row.retry).toHaveAccessibleName('Try again: paid, order SO-1182')
  await page.keyboard.press('Enter')
  await row.shows('paid')
  await expect(row.advance).toBeFocused()
  const again = await held.next()
  expect(again.request().postDataJSON()).toEqual({ status: 'paid' })
  await expect(row.problem).toHaveCount(0)
  await again.continue()
  await expect(announcement(page)).toHaveText('Order SO-1182 is saved as paid.')
  expect((await database.order('SO-1182')).status).toBe('paid')
})

test('a change that fails again is listed again', async ({ page, database }) => {
  await database.setStatus('SO-1183', 'pending')
  await openReact(page)
  const row = new ReactRow(page, 'SO-1183')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  await (await held.next()).fulfill(refusal)
  await row.retry.click()
  await row.shows('paid')

  await (await held.next()).fulfill({ status: 503, json: {} })

  await row.shows('pending')
  await expect(row.problem).toHaveText(/^Not saved as paid: The server answered 503/)
})

test('a change that failed is still there after a visit to another page', async ({ page, database }) => {
  await database.setStatus('SO-1184', 'pending')
  await openReact(page)
  const row = new ReactRow(page, 'SO-1184')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  await (await held.next()).fulfill(refusal)
  await expect(row.problem).toHaveCount(1)

  await page.getByRole('link', { name: 'Events' }).click()
  await expect(page.locator('li.react-order')).toHaveCount(0)
  await page.getByRole('link', { name: 'React' }).click()
  await live(page)
  await expect(row.problem).toHaveCount(1)
  await row.retry.click()

  await row.shows('paid')
  await (await held.next()).continue()
  await expect.poll(async () => (await database.order('SO-1184')).status).toBe('paid')
  await expect(row.problem).toHaveCount(0)
})

test('what nobody knew is listed no longer once the server has told', async ({ page, database }) => {
  await database.setStatus('SO-1185', 'pending')
  await openReact(page)
  const row = new ReactRow(page, 'SO-1185')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  const request = await held.next()
  await request.fetch()

  await request.abort('connectionreset')

  await expect(announcement(page)).toContainText('the change is not confirmed')
  await row.shows('paid')
  await expect(row.problem).toHaveCount(0)
})

test('saved by the pattern, the latest failure can be tried again and discarded too', async ({ page, database }) => {
  await database.setStatus('SO-1186', 'pending')
  await openReact(page, 'pattern')
  const row = new ReactRow(page, 'SO-1186')
  const held = await HeldChanges.on(page)
  await row.advance.click()
  await (await held.next()).fulfill(refusal)
  await row.retry.click()
  await row.shows('paid')
  await (await held.next()).fulfill(refusal)
  await expect(row.problem).toHaveCount(1)

  await row.discard.click()

  await expect(row.problem).toHaveCount(0)
  await expect(row.advance).toBeFocused()
  await row.shows('pending')
})

import type { Page } from '@playwright/test'

import { eventAgrees, EventRow, expect, Field, Held, openEvent, openEvents, test, titles } from './events'
import { shopKeeper, signedOut } from './session'

test.use({ failures: true })

/** The window is looked at again, a while after. */
async function comeBack(page: Page): Promise<void> {
  await page.clock.fastForward('01:00')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
}

test('Enter twice, and then leaving the field, sends a change once', async ({ page, events }) => {
  const { id, version } = await events.add('Tea')
  await openEvent(page, id)
  const held = await Held.on(page)
  const title = new Field(page, 'title')
  await title.input.fill('Green tea')
  await title.input.press('Enter')
  await title.input.press('Enter')
  await title.input.press('Tab')
  const change = await held.next()
  expect(change.request().postDataJSON()).toEqual({ title: 'Green tea' })
  await change.continue()
  await expect(title.state).toHaveText('Saved')
  await title.input.press('Enter')
  await title.input.press('Tab')
  await page.waitForLoadState('networkidle')
  expect(held.untaken).toBe(0)
  expect((await events.find(id))!.version).toBe(version + 1)
})

test('two clicks on Add add one event', async ({ page, events }) => {
  await openEvents(page)
  const form = page.locator('.new-event')
  await form.getByLabel('Title').fill('Milk')
  await form.getByLabel('Date and time').fill('2026-01-02T10:00')
  await form.getByLabel('Location').fill('Market Hall')
  await form.getByRole('button', { name: 'Add' }).dblclick()
  await expect(titles(page).filter({ hasText: 'Milk' })).toHaveRole('link')
  expect((await events.all()).filter(({ title }) => title === 'Milk')).toHaveLength(1)
})

test('what is typed while the field is being saved is kept, and saved after it', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await openEvent(page, id)
  const held = await Held.on(page)
  const title = new Field(page, 'title')
  await title.input.fill('Green tea')
  await title.input.press('Enter')
  const first = await held.next()
  await title.input.fill('Green tea, twice')
  await title.input.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Green tea, twice')
  expect(held.untaken, 'the second waits for the first').toBe(0)
  await first.continue()
  await (await held.next()).continue()
  await expect(title.state).toHaveText('Saved')
  await eventAgrees(page, events, id)
})

test('what is typed is kept when the event is fetched again, and what is not touched follows', async ({
  page,
  events,
}) => {
  const { id } = await events.add('Tea')
  await page.clock.install()
  await openEvent(page, id)
  const [title, location] = [new Field(page, 'title'), new Field(page, 'location')]
  await title.input.fill('Green t')
  await events.change(id, { title: 'Black tea', location: 'Garden' })
  await comeBack(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Black tea')
  await expect(location.input).toHaveValue('Garden')
  await expect(title.input).toHaveValue('Green t')
  await expect(title.input).toBeFocused()
})

test('an event that somebody else has deleted says so', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await page.clock.install()
  await openEvent(page, id)
  await events.remove(id)
  await comeBack(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This event is gone')
  await page.getByRole('link', { name: 'All events' }).click()
  await expect(titles(page)).toHaveCount(40)
})

test('what was not saved is still to be tried again on the other page', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await openEvent(page, id)
  const held = await Held.on(page)
  const title = new Field(page, 'title')
  await title.input.fill('Green tea')
  await title.input.press('Enter')
  await (await held.next()).abort('failed')
  await expect(title.problem).toBeVisible()
  await page.getByRole('link', { name: 'All events' }).click()
  const row = new EventRow(page, id)
  await expect(row.problem).toContainText('Title “Green tea” was not saved')
  await row.title.click()
  await expect(title.input).toHaveValue('Green tea')
  await title.problem.getByRole('button', { name: 'Try again' }).click()
  await (await held.next()).continue()
  await expect(title.state).toHaveText('Saved')
  await eventAgrees(page, events, id)
})

test.describe('if nobody is signed in', () => {
  test.use({ storageState: signedOut })

  async function signInHere(page: Page): Promise<void> {
    await page.getByLabel('E-mail').fill(shopKeeper.email)
    await page.getByLabel('Password').fill(shopKeeper.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  test('events can be read, and signing in comes back to where they can be changed', async ({ page, events }) => {
    const { id } = await events.add('Tea')
    await openEvents(page)
    await expect(titles(page)).toHaveCount(41)
    await expect(page.locator('main').getByRole('button')).toHaveCount(0)
    await expect(page.getByText('Anyone may look. Sign in to add, change and delete events.')).toBeVisible()
    await new EventRow(page, id).title.click()
    await expect(page.locator('.event-facts')).toContainText('Bring a cup.')
    await expect(page.locator('main').getByRole('textbox')).toHaveCount(0)
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click()
    await signInHere(page)
    await expect(page).toHaveURL(`/events/${id}`)
    await expect(new Field(page, 'title').input).toHaveValue('Tea')
  })

  test('a change that is refused leads there too, and is to be tried again after it', async ({
    page,
    context,
    events,
  }) => {
    const { id } = await events.add('Tea')
    await page.goto(`/sign-in?to=/events/${id}`)
    await signInHere(page)
    const title = new Field(page, 'title')
    await expect(title.input).toBeEnabled()
    await context.clearCookies()
    await title.input.fill('Green tea')
    await title.input.press('Enter')
    await title.problem.getByRole('link', { name: 'Sign in' }).click()
    await signInHere(page)
    await expect(title.input).toHaveValue('Green tea')
    await title.problem.getByRole('button', { name: 'Try again' }).click()
    await expect(title.state).toHaveText('Saved')
    await eventAgrees(page, events, id)
  })
})

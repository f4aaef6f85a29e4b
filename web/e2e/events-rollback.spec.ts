import type { BrowserContext, Page } from '@playwright/test'

import { addEvent, EventRow, expect, Field, Held, openEvent, openEvents, spoken, test, titles } from './events'
import { signIn } from './session'

test.use({ failures: true })

type Failure = {
  what: string
  says: string
  /** Before the change. */
  arrange?: (context: BrowserContext) => Promise<void>
  /** With the request held; without it the request takes its own way. */
  act?: (held: Held) => Promise<void>
  /** Makes the next try a success. */
  heal?: (context: BrowserContext) => Promise<void>
}

const failures: Failure[] = [
  {
    what: 'the network is cut before the click',
    says: 'You are offline.',
    arrange: (context) => context.setOffline(true),
    heal: (context) => context.setOffline(false),
  },
  {
    what: 'the network is cut after the request left',
    says: 'The connection was lost, so this is not confirmed.',
    act: async (held) => (await held.next()).abort('connectionreset'),
  },
  {
    what: 'the server finds the request invalid (400)',
    says: '“depth” must be a whole number from 0 to 10.',
    act: async (held) => {
      const route = await held.next()
      await route.continue({ url: route.request().url().replace('depth=0', 'depth=x') })
    },
  },
  {
    what: 'nobody is signed in any more (403)',
    says: 'Sign in to change events.',
    arrange: (context) => context.clearCookies(),
    act: async (held) => (await held.next()).continue(),
    heal: (context) => signIn(context.request),
  },
  {
    what: 'the server breaks (500)',
    says: 'The server answered 500.',
    act: async (held) =>
      (await held.next()).fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } }),
  },
]

const holdIf = async (page: Page, act: Failure['act']) => (act ? Held.on(page) : undefined)

for (const { what, says, arrange, act, heal } of failures) {
  test(`when ${what}, the list is as it was and says so`, async ({ page, context, events }) => {
    const { id } = await events.add('Tea')
    await openEvents(page)
    const row = new EventRow(page, id)
    const before = await titles(page).allTextContents()
    const held = await holdIf(page, act)
    await arrange?.(context)

    await row.change('Title', 'Green tea')
    await (held && act?.(held))
    await expect(spoken(page).locator('p')).toHaveText([`Title of “Tea” was not saved: ${says}`])
    await row.row.getByRole('button', { name: 'Done' }).click()
    await expect(row.title).toHaveText('Tea')
    await expect(row.problem).toContainText(`Title “Green tea” was not saved: ${says}`)

    await row.delete.click()
    await (held && act?.(held))
    await expect(spoken(page).locator('p').last()).toHaveText(`“Tea” was not deleted: ${says} It is in the list again.`)
    await expect(row.problem.last()).toContainText(`Not deleted: ${says}`)

    await addEvent(page, 'Milk')
    await (held && act?.(held))
    await expect(spoken(page).locator('p').last()).toHaveText(`“Milk” was not added: ${says}`)
    const notAdded = page.getByRole('group', { name: 'Not added: “Milk”' })
    await expect(notAdded).toContainText(says)
    await expect(notAdded.getByLabel('Title')).toHaveValue('Milk')
    await expect(titles(page)).toHaveText(before)
    expect((await events.all()).map(({ title }) => title)).toEqual(before)

    await heal?.(context)
    await notAdded.getByRole('button', { name: 'Try again' }).click()
    await (await held?.next())?.continue()
    await expect(titles(page).filter({ hasText: 'Milk' })).toHaveRole('link')
    await expect(notAdded).toHaveCount(0)
  })

  test(`when ${what}, the page of an event is as it was, says so and keeps what was typed`, async ({
    page,
    context,
    events,
  }) => {
    const { id } = await events.add('Tea')
    await openEvent(page, id)
    const title = new Field(page, 'title')
    const held = await holdIf(page, act)
    await arrange?.(context)

    await title.input.fill('Green tea')
    await title.input.press('Enter')
    await (held && act?.(held))
    await expect(spoken(page)).toHaveText(`Title of “Tea” was not saved: ${says}`)
    await expect(title.problem).toContainText(`Not saved: ${says} It is still “Tea”.`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tea')
    await expect(title.input).toHaveValue('Green tea')
    await expect(title.input).toBeFocused()
    expect((await events.find(id))!.title).toBe('Tea')

    await heal?.(context)
    await title.problem.getByRole('button', { name: 'Try again' }).click()
    await (await held?.next())?.continue()
    await expect(title.state).toHaveText('Saved')
    await expect(title.problem).toHaveCount(0)
    await expect(title.input).toBeFocused()
    expect((await events.find(id))!.title).toBe('Green tea')
  })
}

test('beside a field stands what the server says about it, and discarding shows the saved value', async ({
  page,
  events,
}) => {
  const { id } = await events.add('Tea')
  await openEvent(page, id)
  const [title, location] = [new Field(page, 'title'), new Field(page, 'location')]
  await title.input.fill('T'.repeat(201))
  await title.input.press('Tab')
  await location.input.fill('  ')
  await location.input.press('Enter')
  await expect(title.problem).toContainText('Must be at most 200 characters; it has 201.')
  await expect(location.problem).toContainText('Must be a text that is not empty.')
  await expect(title.input).toHaveAccessibleDescription(/Must be at most 200 characters/)
  await expect(title.input).toHaveAttribute('aria-invalid', 'true')

  await title.problem.getByRole('button', { name: 'Discard' }).click()
  await expect(title.input).toHaveValue('Tea')
  await expect(title.input).toBeFocused()
  await expect(title.problem).toHaveCount(0)
  await location.input.press('Escape')
  await expect(location.input).toHaveValue('Library')
  await expect(location.problem).toHaveCount(0)
})

test('an event that the server refuses is marked where it is wrong, and can be corrected', async ({ page, events }) => {
  await openEvents(page)
  await addEvent(page, '   ')
  const notAdded = page.getByRole('group', { name: 'Not added: “Untitled”' })
  await expect(notAdded.getByLabel('Title')).toHaveAccessibleDescription('Must be a text that is not empty.')
  await notAdded.getByLabel('Title').fill('Milk')
  await notAdded.getByLabel('Title').press('Enter')
  await expect(titles(page).filter({ hasText: 'Milk' })).toHaveRole('link')
  await expect(notAdded).toHaveCount(0)
  expect((await events.all()).map(({ title }) => title)).toContain('Milk')
})

test('a date that is not complete is not sent', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await openEvent(page, id)
  const held = await Held.on(page)
  const date = new Field(page, 'date')
  await date.input.fill('')
  await date.input.press('Enter')
  await expect(page.getByText('Give a date and a time.')).toBeVisible()
  await expect(page.locator('.event-when')).toContainText('Thu, 1 Jan 2026, 10:00')
  expect(held.untaken).toBe(0)
})

test('a request that did reach the server before the cut shows in the end as the server has it', async ({
  page,
  events,
}) => {
  const { id } = await events.add('Tea')
  await openEvents(page)
  const held = await Held.on(page)
  const row = new EventRow(page, id)
  await row.change('Title', 'Green tea')
  const route = await held.next()
  await route.fetch()
  await route.abort('connectionreset')
  await page.keyboard.press('Escape')
  await expect(row.title).toHaveText('Green tea')
})

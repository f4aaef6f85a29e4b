import { faults } from './axe'
import { addEvent, early, EventRow, expect, Field, Held, openEvent, openEvents, spoken, test, titles } from './events'

test.use({ failures: true })

test('with the keyboard alone an event is edited, is put back, and keeps the focus', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await openEvents(page)
  const held = await Held.on(page)
  const row = new EventRow(page, id)
  await row.edit.focus()
  await page.keyboard.press('Enter')
  await expect(row.field('Title')).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Green tea')
  await page.keyboard.press('Enter')
  await (await held.next()).abort('failed')
  await expect(row.problem).toBeVisible()
  await expect(row.field('Title')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(row.problem.getByRole('button', { name: 'Try again' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row.field('Title')).toBeFocused()
  await (await held.next()).continue()
  await expect(spoken(page).locator('p').last()).toHaveText('Title of “Green tea” is saved.')
  await page.keyboard.press('Escape')
  await expect(row.edit).toBeFocused()
  await expect(row.title).toHaveText('Green tea')
})

test('after a deletion the focus is on the next event, then on the one before, and stays when one comes back', async ({
  page,
  events,
}) => {
  const first = await events.add('Tea', { date: early(1) })
  const second = await events.add('Cake', { date: early(2) })
  await openEvents(page)
  const held = await Held.on(page)
  await new EventRow(page, first.id).delete.focus()
  await page.keyboard.press('Enter')
  await expect(new EventRow(page, second.id).title).toBeFocused()
  await (await held.next()).abort('failed')
  await expect(new EventRow(page, first.id).problem).toBeVisible()
  await expect(new EventRow(page, second.id).title).toBeFocused()

  await new EventRow(page, first.id).problem.getByRole('button', { name: 'Discard' }).focus()
  await page.keyboard.press('Enter')
  await expect(new EventRow(page, first.id).problem).toHaveCount(0)
  await expect(new EventRow(page, first.id).title).toBeFocused()

  const last = await events.add('Last', { date: '2099-01-01T10:00:00.000Z' })
  await page.reload()
  await new EventRow(page, last.id).delete.focus()
  await page.keyboard.press('Enter')
  await expect(titles(page).last()).toBeFocused()
  await (await held.next()).continue()
  await expect(spoken(page)).toHaveText('“Last” is deleted.')
})

test('an event that moves to its place keeps the focus, and one that is added takes it from nobody', async ({
  page,
  events,
}) => {
  const { id } = await events.add('Tea', { date: early(1) })
  await events.add('Cake', { date: early(3) })
  await openEvents(page)
  const row = new EventRow(page, id)
  await row.change('Date and time', early(5).slice(0, 16))
  await expect(titles(page).first()).toHaveText('Cake')
  await expect(row.field('Date and time')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row.edit).toBeFocused()

  await addEvent(page, 'Milk')
  const title = page.locator('.new-event').getByLabel('Title')
  await expect(title).toBeFocused()
  await expect(titles(page).filter({ hasText: 'Milk' })).toHaveRole('link')
  await expect(title).toBeFocused()
  await expect(title).toHaveValue('')
})

test('one region says what was saved and what was not, on both pages', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await openEvents(page)
  const live = page.locator('main').locator('[aria-live], [role=status], [role=log], [role=alert]')
  await expect(live).toHaveCount(1)
  await expect(live).toBeEmpty()
  await new EventRow(page, id).title.click()
  await expect(page).toHaveURL(`/events/${id}`)
  await expect(live).toHaveCount(1)
  const title = new Field(page, 'title')
  await title.input.fill(' ')
  await title.input.press('Enter')
  await expect(live).toHaveText('Title of “Tea” was not saved: Must be a text that is not empty.')
  await title.input.fill('Green tea')
  await title.input.press('Enter')
  await expect(live.locator('p').last()).toHaveText('Title of “Green tea” is saved.')
})

test('the page can be changed as soon as its scripts run, and says so', async ({ page }) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/events', { waitUntil: 'commit' })
  await expect(page.locator('.new-event').getByLabel('Title')).toBeDisabled()
  await expect(page.getByText('The page can be changed as soon as it has loaded.')).toBeVisible()
  release()
  await expect(page.locator('.new-event').getByLabel('Title')).toBeEnabled()
  await expect(page.getByText('The page can be changed as soon as it has loaded.')).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the events can be read, and the pages say what does not work', async ({ page, events }) => {
    await events.add('Tea')
    await page.goto('/events')
    await expect(titles(page)).toHaveCount(41)
    await expect(
      page.getByText('Without JavaScript events can be read, but not added, changed or deleted.'),
    ).toBeVisible()
    await expect(page.locator('main button:visible, main input:visible')).toHaveCount(0)
    await page.getByRole('link', { name: 'Tea', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tea')
    await expect(page.locator('.event-text')).toBeVisible()
    await expect(page.getByText('Without JavaScript the event can be read, but not changed.')).toBeVisible()
    await expect(page.locator('main button:visible, main input:visible')).toHaveCount(0)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 } })

  test('nothing is wider than the screen, also with changes under way and such as failed', async ({ page, events }) => {
    const { id } = await events.add(`Tea ${'e'.repeat(150)}`)
    await openEvents(page)
    await new EventRow(page, id).change('Location', ' ')
    await expect(new EventRow(page, id).problem).toBeVisible()
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await openEvent(page, id)
    await new Field(page, 'location').input.fill(' ')
    await new Field(page, 'location').input.press('Enter')
    await expect(new Field(page, 'location').problem).toBeVisible()
    expect(await overflow()).toBeLessThanOrEqual(0)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('axe finds no fault while changes are under way and after some failed', async ({ page, events }) => {
      const first = await events.add('Tea', { date: early(1) })
      const second = await events.add('Cake', { date: early(3) })
      await openEvents(page)
      const held = await Held.on(page)
      await new EventRow(page, second.id).delete.click()
      await (await held.next()).abort('failed')
      await expect(new EventRow(page, second.id).problem).toBeVisible()
      await addEvent(page, ' ')
      await (await held.next()).continue()
      await expect(page.getByRole('group', { name: 'Not added: “Untitled”' })).toBeVisible()
      await new EventRow(page, first.id).change('Location', ' ')
      await (await held.next()).continue()
      await expect(new EventRow(page, first.id).problem).toBeVisible()
      await addEvent(page, 'Milk')
      expect(await faults(page)).toEqual([])

      await openEvent(page, first.id)
      const [title, location, description] = (['title', 'location', 'description'] as const).map(
        (name) => new Field(page, name),
      )
      await title!.input.fill(' ')
      await title!.input.press('Enter')
      await location!.input.fill('Garden')
      await location!.input.press('Enter')
      await held.next()
      await (await held.next()).continue()
      await (await held.next()).continue()
      await expect(title!.problem).toBeVisible()
      await expect(location!.state).toHaveText('Saved')
      await description!.input.fill('Bring two cups.')
      await description!.input.press('Control+Enter')
      await expect(description!.state).toHaveText('Saving…')
      expect(await faults(page)).toEqual([])
    })
  })
}

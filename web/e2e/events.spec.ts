import {
  addEvent,
  early,
  eventAgrees,
  EventRow,
  expect,
  Field,
  Held,
  listAgrees,
  openEvent,
  openEvents,
  painted,
  spoken,
  test,
  titles,
} from './events'

test('an edit in the list shows before the server responds, there and on the page of the event', async ({
  page,
  events,
}) => {
  const { id } = await events.add('Tea')
  await openEvents(page)
  const held = await Held.on(page)
  const row = new EventRow(page, id)

  await row.change('Title', 'Green tea')
  const change = await held.next()
  expect(change.request().postDataJSON()).toEqual({ title: 'Green tea' })
  await page.keyboard.press('Escape')
  await expect(row.title).toHaveText('Green tea')
  await expect(row.row).toContainText('Saving…')
  await row.title.click()
  await expect(page).toHaveURL(`/events/${id}`)
  await painted(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Green tea')
  await expect(new Field(page, 'title').input).toHaveValue('Green tea')
  await expect(new Field(page, 'title').state).toHaveText('Saving…')

  await change.continue()
  await expect(spoken(page)).toHaveText('Title of “Green tea” is saved.')
  await eventAgrees(page, events, id)
})

test('a change on the page of the event shows before the server responds, there and in the list', async ({
  page,
  events,
}) => {
  const { id } = await events.add('Tea')
  await openEvents(page)
  await new EventRow(page, id).title.click()
  await expect(page).toHaveURL(`/events/${id}`)
  const held = await Held.on(page)
  const title = new Field(page, 'title')

  await title.input.fill('Black tea')
  await title.input.press('Enter')
  const change = await held.next()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Black tea')
  await expect(title.state).toHaveText('Saving…')
  await page.getByRole('link', { name: 'All events' }).click()
  await expect(page).toHaveURL('/events')
  await painted(page)
  await expect(new EventRow(page, id).title).toHaveText('Black tea')

  await change.continue()
  await expect(spoken(page)).toHaveText('Title of “Black tea” is saved.')
  await listAgrees(page, events)
})

test('an event that is added shows before the server responds, and can be changed as soon as it has', async ({
  page,
  events,
}) => {
  await openEvents(page)
  const held = await Held.on(page)

  await addEvent(page, 'Milk')
  const added = page.locator('tr.event').filter({ hasText: 'Milk' })
  await expect(added).toContainText('Can be changed as soon as it is saved')
  await expect(added.getByRole('link')).toHaveCount(0)
  await expect(added.getByRole('button')).toHaveCount(0)
  const node = await added.elementHandle()

  const request = await held.next()
  expect(request.request().postDataJSON()).toEqual({ title: 'Milk', date: early(2), location: 'Market Hall' })
  await request.continue()
  await expect(added.getByRole('link', { name: 'Milk' })).toBeVisible()
  expect(await node!.evaluate((row) => row.isConnected), 'the row is the same one').toBe(true)
  const [milk] = (await events.all()).filter(({ title }) => title === 'Milk')
  const row = new EventRow(page, milk!.id)
  await row.change('Title', 'Oat milk')
  await (await held.next()).continue()
  await expect.poll(async () => (await events.find(milk!.id))!.title).toBe('Oat milk')
  await row.row.getByRole('button', { name: 'Done' }).click()
  await expect(row.row).not.toContainText('Saving…')
  await listAgrees(page, events)
})

test('an event that is deleted is gone before the server responds', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await openEvents(page)
  const held = await Held.on(page)

  await new EventRow(page, id).delete.click()
  const request = await held.next()
  await expect(new EventRow(page, id).row).toHaveCount(0)
  await expect(page.locator('.events caption')).toHaveText('40 events, by date')

  await request.continue()
  await expect(spoken(page)).toHaveText('“Tea” is deleted.')
  expect(await events.find(id)).toBeUndefined()
  await listAgrees(page, events)
})

test('a change of the date moves the event to its place at once', async ({ page, events }) => {
  const { id } = await events.add('Tea', { date: early(1) })
  await events.add('Cake', { date: early(3) })
  await openEvents(page)
  const held = await Held.on(page)

  await new EventRow(page, id).change('Date and time', early(5).slice(0, 16))
  const change = await held.next()
  expect(change.request().postDataJSON()).toEqual({ date: early(5) })
  await expect(new EventRow(page, id).field('Date and time')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(titles(page).nth(0)).toHaveText('Cake')
  await expect(titles(page).nth(1)).toHaveText('Tea')
  await expect(new EventRow(page, id).row.locator('time')).toHaveText('Mon, 5 Jan 2026, 10:00')

  await change.continue()
  await expect(spoken(page)).toHaveText('Date and time of “Tea” is saved.')
  await listAgrees(page, events)
})

test('two fields of one form are saved each for itself, and a reload shows both', async ({ page, events }) => {
  const { id } = await events.add('Tea')
  await openEvent(page, id)
  const held = await Held.on(page)
  const [location, description] = [new Field(page, 'location'), new Field(page, 'description')]

  await location.input.fill('Garden')
  await description.input.fill('Bring two cups.')
  const first = await held.next()
  expect(first.request().postDataJSON()).toEqual({ location: 'Garden' })
  await description.input.press('Control+Enter')
  const second = await held.next()
  expect(second.request().postDataJSON()).toEqual({ description: 'Bring two cups.' })
  await expect(page.locator('.event-facts')).toContainText('Garden')
  await expect(page.locator('.event-text')).toHaveText('Bring two cups.')
  await first.continue()
  await second.continue()
  await expect(location.state).toHaveText('Saved')
  await expect(description.state).toHaveText('Saved')
  await eventAgrees(page, events, id)
})

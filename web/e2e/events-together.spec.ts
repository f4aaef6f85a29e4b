import type { Page, Route } from '@playwright/test'

import {
  addEvent,
  eventAgrees,
  EventRow,
  expect,
  Field,
  Held,
  listAgrees,
  openEvent,
  openEvents,
  painted,
  refetched,
  spoken,
  test,
  titles,
  watchTexts,
} from './events'

test.use({ failures: true })

const broken = (route: Route) =>
  route.fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } })

type Way = {
  what: string
  /** The first fails, with what the page fetches then, or before it arrives. */
  failing: (page: Page, held: Held, fail: () => Promise<void>) => Promise<void>
}

const ways: Way[] = [
  {
    what: 'with a refetch in between',
    failing: async (page, _held, fail) => {
      await Promise.all([refetched(page), fail()])
    },
  },
  {
    what: 'without a refetch in between',
    failing: async (_page, held, fail) => {
      held.holdReads()
      await fail()
    },
  },
]

for (const { what, failing } of ways) {
  test.describe(what, () => {
    test('an edit fails while the event is being deleted: it stays deleted', async ({ page, events }) => {
      const { id } = await events.add('Chai')
      await openEvents(page)
      const held = await Held.on(page)
      const row = new EventRow(page, id)
      await row.change('Title', 'Matcha')
      const edit = await held.next()
      await page.keyboard.press('Escape')
      await row.delete.click()
      const removal = await held.next()
      await expect(row.row).toHaveCount(0)
      const seen = await watchTexts(page, ['Chai', 'Matcha'])

      await failing(page, held, () => broken(edit))
      await expect(spoken(page)).toContainText('was not saved: The server answered 500.')
      expect(await seen()).toEqual({ Chai: 'never', Matcha: 'never' })

      const last = refetched(page)
      await removal.continue()
      await expect(spoken(page)).toContainText('is deleted.')
      await held.passReads()
      await last
      expect(await seen()).toEqual({ Chai: 'never', Matcha: 'never' })
      expect(await events.find(id)).toBeUndefined()
      await listAgrees(page, events)
    })

    test('a deletion fails while the event is being edited: it is there again, with the edit', async ({
      page,
      events,
    }) => {
      const { id } = await events.add('Chai')
      await openEvent(page, id)
      await page.getByRole('link', { name: 'All events' }).click()
      const held = await Held.on(page)
      await new EventRow(page, id).delete.click()
      const removal = await held.next()
      await page.goBack()
      const title = new Field(page, 'title')
      await title.input.fill('Matcha')
      await title.input.press('Enter')
      const edit = await held.next()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Matcha')
      const seen = await watchTexts(page, ['Matcha', 'Chai'])

      await failing(page, held, () => broken(removal))
      await expect(spoken(page)).toContainText('was not deleted: The server answered 500.')
      expect(await seen()).toEqual({ Matcha: 'always', Chai: 'never' })
      await page.getByRole('link', { name: 'All events' }).click()
      await expect(new EventRow(page, id).title).toHaveText('Matcha')
      await painted(page)
      expect(await seen()).toEqual({ Matcha: 'always', Chai: 'never' })

      await edit.continue()
      await expect(spoken(page)).toContainText('Title of “Matcha” is saved.')
      await held.passReads()
      await listAgrees(page, events)
    })

    test('one field fails while another is being saved: the other stays, and what was typed in both', async ({
      page,
      events,
    }) => {
      const { id } = await events.add('Chai')
      await openEvent(page, id)
      const held = await Held.on(page)
      const [title, location] = [new Field(page, 'title'), new Field(page, 'location')]
      await title.input.fill('Matcha')
      await title.input.press('Enter')
      const first = await held.next()
      await location.input.fill('Garden')
      await location.input.press('Enter')
      const second = await held.next()
      await expect(page.locator('.event-facts')).toContainText('Garden')
      const seen = await watchTexts(page, ['Garden', 'Library'])

      await failing(page, held, () => broken(first))
      await expect(title.problem).toContainText('Not saved: The server answered 500. It is still “Chai”.')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chai')
      await expect(title.input).toHaveValue('Matcha')
      await expect(location.input).toHaveValue('Garden')
      await expect(location.state).toHaveText('Saving…')
      expect(await seen()).toEqual({ Garden: 'always', Library: 'never' })

      const last = refetched(page)
      await second.continue()
      await expect(location.state).toHaveText('Saved')
      await held.passReads()
      await last
      expect(await seen()).toEqual({ Garden: 'always', Library: 'never' })
      expect(await events.find(id)).toMatchObject({ title: 'Chai', location: 'Garden' })
      await expect(title.input).toHaveValue('Matcha')
      await eventAgrees(page, events, id)
    })

    test('an event cannot be added while another is being deleted: that one stays deleted', async ({
      page,
      events,
    }) => {
      const { id } = await events.add('Chai')
      await openEvents(page)
      const held = await Held.on(page)
      await addEvent(page, 'Milk')
      const addition = await held.next()
      await new EventRow(page, id).delete.click()
      const removal = await held.next()
      await expect(titles(page).first()).toHaveText('Milk')
      const seen = await watchTexts(page, ['Chai'])

      await failing(page, held, () => broken(addition))
      await expect(spoken(page)).toContainText('“Milk” was not added: The server answered 500.')
      await expect(titles(page).filter({ hasText: 'Milk' })).toHaveCount(0)
      expect(await seen()).toEqual({ Chai: 'never' })

      const last = refetched(page)
      await removal.continue()
      await expect(spoken(page)).toContainText('“Chai” is deleted.')
      await held.passReads()
      await last
      expect(await seen()).toEqual({ Chai: 'never' })
      await listAgrees(page, events)
    })

    test('an event cannot be deleted while another is being added: both are there', async ({ page, events }) => {
      const { id } = await events.add('Chai')
      await openEvents(page)
      const held = await Held.on(page)
      await new EventRow(page, id).delete.click()
      const removal = await held.next()
      await addEvent(page, 'Milk')
      const addition = await held.next()
      await expect(titles(page).first()).toHaveText('Milk')
      const seen = await watchTexts(page, ['Milk'])

      await failing(page, held, () => broken(removal))
      await expect(new EventRow(page, id).problem).toContainText('Not deleted: The server answered 500.')
      await expect(new EventRow(page, id).title).toHaveText('Chai')
      expect(await seen()).toEqual({ Milk: 'always' })

      const last = refetched(page)
      await addition.continue()
      await expect(spoken(page)).toContainText('“Milk” is added.')
      await held.passReads()
      await last
      expect(await seen()).toEqual({ Milk: 'always' })
      await listAgrees(page, events)
    })
  })
}

test('an event that a fetch brings before its own answer is shown once', async ({ page, events }) => {
  const { id } = await events.add('Chai')
  await openEvents(page)
  const held = await Held.on(page)
  await new EventRow(page, id).change('Title', 'Matcha')
  const edit = await held.next()
  await page.keyboard.press('Escape')
  await addEvent(page, 'Milk')
  const addition = await held.next()
  const answer = await addition.fetch()
  await Promise.all([refetched(page), edit.continue()])
  await expect(titles(page).filter({ hasText: 'Milk' })).toHaveCount(1)

  const last = refetched(page)
  await addition.fulfill({ response: answer })
  await expect(spoken(page)).toContainText('“Milk” is added.')
  await last
  await expect(titles(page).filter({ hasText: 'Milk' })).toHaveCount(1)
  await listAgrees(page, events)
})

import type { BrowserContext, Page } from '@playwright/test'

import { signIn } from './session'
import { expect, HeldChanges, openOrders, Row, test, watchOtherRows } from './shop'

test.use({ failures: true })

type Failure = {
  what: string
  order: string
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<void>
  /** Before the click. */
  arrange?: (page: Page, context: BrowserContext) => Promise<void>
  /** After the click, with the request held; without it the request takes its own way. */
  act?: (page: Page, held: HeldChanges) => Promise<void>
  /** Makes the next try a success. */
  heal?: (page: Page, context: BrowserContext) => Promise<void>
}

const pass = async (_page: Page, held: HeldChanges) => (await held.next()).continue()

const failures: Failure[] = [
  {
    what: 'the network is cut before the click',
    order: 'SO-1111',
    arrange: (_page, context) => context.setOffline(true),
    heal: (_page, context) => context.setOffline(false),
  },
  {
    what: 'the connection is lost after the request left',
    order: 'SO-1112',
    act: async (_page, held) => (await held.next()).abort('connectionreset'),
  },
  {
    what: 'nobody is signed in (403)',
    order: 'SO-1113',
    arrange: (_page, context) => context.clearCookies(),
    act: pass,
    heal: (_page, context) => signIn(context.request),
  },
  {
    what: 'the server finds the value invalid (400)',
    order: 'SO-1114',
    act: async (_page, held) => (await held.next()).continue({ postData: JSON.stringify({ status: 'lost' }) }),
  },
  {
    what: 'the server breaks (500)',
    order: 'SO-1115',
    act: async (_page, held) =>
      (await held.next()).fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } }),
  },
  {
    what: 'the answer does not come in time',
    order: 'SO-1116',
    prepare: (page) => page.clock.install(),
    act: async (page, held) => {
      await held.next()
      await page.clock.fastForward('01:00')
    },
  },
  {
    what: 'the answer is no JSON',
    order: 'SO-1117',
    act: async (_page, held) =>
      (await held.next()).fulfill({
        status: 200,
        contentType: 'text/html',
        body: '<!doctype html><p>Welcome to this network',
      }),
  },
]

for (const { what, order, prepare, arrange, act, heal } of failures) {
  test(`when ${what}, exactly its own row goes back, says so and offers to try again`, async ({
    page,
    context,
    database,
  }) => {
    const before = await database.setStatus(order, 'pending')
    await prepare?.(page)
    await openOrders(page)
    const row = new Row(page, order)
    const held = act && (await HeldChanges.on(page))
    const changesElsewhere = await watchOtherRows(page, row)
    const live = page.locator('shop-orders .live[role=status][aria-live=polite]')
    await expect(live).toHaveCount(1)
    await expect(live).toBeEmpty()
    await arrange?.(page, context)

    // Read in the click's own task: a cut network may answer in the next.
    const shown = await row.advance.evaluate((button: HTMLButtonElement) => {
      button.click()
      return button.closest('tr')!.querySelector('.status')!.className
    })
    expect(shown).toBe('status status-paid')
    await (held && act(page, held))

    await row.shows('pending')
    await expect(row.advance).toHaveText('Mark as paid')
    await expect(row.problem).toBeVisible()
    await expect(row.problem).not.toBeEmpty()
    await expect(row.retry).toBeVisible()
    await expect(live).toContainText(order)
    await expect(page.locator('p.order-problem:visible')).toHaveCount(1)
    expect((await database.order(order)).version).toBe(before.version)
    expect(await changesElsewhere()).toEqual([])

    await heal?.(page, context)
    await row.retry.click()
    await row.shows('paid')
    await (await held?.next())?.continue()
    await expect.poll(async () => (await database.order(order)).status).toBe('paid')
    await expect(row.problem).toBeHidden()
    await row.shows('paid')
    expect(await changesElsewhere()).toEqual([])
  })
}

test('a request that did reach the server before the cut shows in the end as the server has it', async ({
  page,
  database,
}) => {
  await database.setStatus('SO-1118', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1118')
  const held = await HeldChanges.on(page)

  await row.advance.click()
  const route = await held.next()
  await route.fetch()
  await route.abort('connectionreset')

  await expect.poll(async () => (await database.order('SO-1118')).status).toBe('paid')
  await row.shows('paid')
})

test('the page says what to do about each kind of failure', async ({ page, context, database }) => {
  await database.setStatus('SO-1119', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1119')
  const held = await HeldChanges.on(page)

  await context.clearCookies()
  await row.advance.click()
  await (await held.next()).continue()
  await expect(row.problem).toContainText(/sign(ed)? in/i)

  await row.retry.click()
  await (
    await held.next()
  ).fulfill({
    status: 400,
    json: {
      errors: [
        {
          name: 'ValidationError',
          message: 'The following field is invalid: Status',
          data: { collection: 'orders', errors: [{ label: 'Status', message: 'Not <b>now</b>.', path: 'status' }] },
        },
      ],
    },
  })
  await expect(row.problem).toContainText('Not <b>now</b>.')
  await expect(row.problem.locator('b')).toHaveCount(0)
})

test('of two changes to one order the first fails and the second stays', async ({ page, database }) => {
  await database.setStatus('SO-1121', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1121')
  const held = await HeldChanges.on(page)

  await row.advance.click()
  const first = await held.next()
  await row.cancel.click()
  await row.shows('cancelled')
  await recordStatuses(row)
  await first.fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } })
  const second = await held.next()
  await expect(row.problem).toBeVisible()
  await row.shows('cancelled')
  await second.continue()

  await expect.poll(async () => (await database.order('SO-1121')).status).toBe('cancelled')
  await row.shows('cancelled')
  expect(await seenStatuses(row)).toEqual([])
})

test('of two changes to one order the first is saved and the second fails', async ({ page, database }) => {
  await database.setStatus('SO-1122', 'pending')
  await openOrders(page)
  const row = new Row(page, 'SO-1122')
  const held = await HeldChanges.on(page)

  await row.advance.click()
  const first = await held.next()
  await row.cancel.click()
  await row.shows('cancelled')
  await first.continue()
  await (await held.next()).abort('failed')

  await row.shows('paid')
  await expect(row.problem).toBeVisible()
  expect((await database.order('SO-1122')).status).toBe('paid')
})

test('two orders fail and succeed each for itself', async ({ page, database }) => {
  await database.setStatus('SO-1123', 'pending')
  await database.setStatus('SO-1124', 'pending')
  await openOrders(page)
  const [failing, other] = [new Row(page, 'SO-1123'), new Row(page, 'SO-1124')]
  const held = await HeldChanges.on(page)

  await failing.advance.click()
  const first = await held.next()
  await other.advance.click()
  const second = await held.next()
  await first.fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } })
  await failing.shows('pending')
  await other.shows('paid')
  await second.continue()

  await expect.poll(async () => (await database.order('SO-1124')).status).toBe('paid')
  await other.shows('paid')
  await failing.shows('pending')
  await expect(failing.problem).toBeVisible()
  await expect(other.problem).toBeHidden()
})

/** From now on every status that the row shows is written down, however short. */
async function recordStatuses({ status }: Row): Promise<void> {
  await status.evaluate((element) => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => seen.push(element.className)).observe(element.closest('tr')!, {
      attributes: true,
      attributeFilter: ['class'],
      subtree: true,
    })
  })
}

async function seenStatuses({ status }: Row): Promise<string[]> {
  const seen = await status.evaluate(() => (window as Window & { seen?: string[] }).seen ?? [])
  return seen.filter((name) => name !== 'status status-cancelled')
}

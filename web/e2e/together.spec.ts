import type { Browser, Page } from '@playwright/test'

import type { Order } from '../src/payload-types'
import type { OrderList } from '../src/shop/orders'
import { signIn } from './session'
import {
  announcement,
  type Database,
  expect,
  HeldChanges,
  live,
  openOrders,
  openReact,
  ReactRow,
  Row,
  test,
} from './shop'

/*
 * What a person and a colleague do with the same orders, each in a browser of their own: one change in every list, quick steps
 * that leave as few requests, cancelling that can be undone, and two who change the same order. On /orders, which is written in
 * Java, and on /react.
 */

test.use({ failures: true })

const refusal = { status: 403, json: { errors: [{ message: 'You may not do that.' }] } }

/** A page of a colleague's own browser, signed in. */
async function colleague(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  await signIn(context.request)
  return context.newPage()
}

/** A colleague changes a field that this page does not show as one that can be changed. */
async function rename(page: Page, { id }: Order, customer: string): Promise<void> {
  const answer = await page.context().request.patch(`/api/orders/${id}`, {
    data: { customer },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(answer.status()).toBe(200)
}

/** The changes of orders that have left the page so far. */
function sentBy(page: Page): { count: number } {
  const sent = { count: 0 }
  page.on('request', (request) => {
    sent.count += Number(request.method() === 'PATCH')
  })
  return sent
}

const statusOf = async (database: Database, number: string) => (await database.order(number)).status

/** Reads, of each list of one status that the page knows, if it holds the order and how many it counts. */
const listsOf = (page: Page, number: string) =>
  page.evaluateHandle(
    (number) => () =>
      document
        .querySelector('shop-orders')!
        .client.getQueriesData<OrderList>({ queryKey: ['orders'] })
        .flatMap(([key, data]) => {
          const only = /"status":\{"equals":"(\w+)"/.exec(JSON.stringify(key))?.[1]
          return only && data?.docs
            ? [{ only, isIn: data.docs.some((order) => order.number === number), count: data.totalDocs }]
            : []
        })
        .sort((a, b) => (a.only < b.only ? -1 : 1)),
    number,
  )

/** What each kind of page is called, and its parts. */
const pages = [
  {
    kind: '/orders',
    numbers: ['SO-1021', 'SO-1022', 'SO-1023', 'SO-1024', 'SO-1025', 'SO-1026', 'SO-1027'],
    open: openOrders,
    row: (page: Page, number: string) => new Row(page, number),
    said: (page: Page) => page.locator('shop-orders .live'),
    list: async (page: Page, status: string) => {
      await page.goto(`/orders?status=${status}`)
      await live(page)
    },
    count: async (page: Page) => Number(/^\d+/.exec(await page.locator('shop-orders caption').innerText())?.[0]),
    cancel: (page: Page, number: string) => new Row(page, number).cancel.click(),
    undo: (page: Page, number: string) => page.getByRole('button', { name: `Undo, order ${number}` }),
    keep: (page: Page, number: string) => page.getByRole('button', { name: `Keep mine: cancelled, order ${number}` }),
    take: (page: Page, number: string) => page.getByRole('button', { name: `Take theirs: paid, order ${number}` }),
  },
  {
    kind: '/react',
    numbers: ['SO-1031', 'SO-1032', 'SO-1033', 'SO-1034', 'SO-1035', 'SO-1036', 'SO-1037'],
    open: (page: Page) => openReact(page),
    row: (page: Page, number: string) => new ReactRow(page, number),
    said: announcement,
    list: async (page: Page, status: string) => {
      await openReact(page)
      await page.getByRole('radio', { name: status }).check()
      await expect(page.locator('.react-count')).not.toHaveText('Loading the orders…')
    },
    count: async (page: Page) => Number(/^\d+/.exec(await page.locator('.react-count').innerText())?.[0]),
    cancel: async (page: Page, number: string) => {
      await page.getByLabel(`Status of order ${number}`, { exact: true }).selectOption('cancelled')
    },
    undo: (page: Page, number: string) => page.getByRole('button', { name: `Undo: cancelled, order ${number}` }),
    keep: (page: Page, number: string) => page.getByRole('button', { name: `Keep mine: cancelled, order ${number}` }),
    take: (page: Page, number: string) => page.getByRole('button', { name: `Take theirs: paid, order ${number}` }),
  },
] as const

for (const { kind, numbers, open, row, said, list, count, cancel, undo, keep, take } of pages) {
  test.describe(kind, () => {
    const [moving, quick, undone, left, mine, theirs, both] = numbers

    test('an order leaves a list of one status and enters another at once, and goes back if it is refused', async ({
      page,
      browser,
      baseURL,
      database,
    }) => {
      await database.setStatus(moving, 'pending')
      const other = await colleague(browser, baseURL)
      await list(other, 'paid')
      await expect(row(other, moving).row).toHaveCount(0)
      await list(page, 'pending')
      const before = await count(page)
      const held = await HeldChanges.on(page)

      await row(page, moving).advance.click()
      await expect(row(page, moving).row).toHaveCount(0)
      expect(await count(page)).toBe(before - 1)
      await (await held.next()).fulfill(refusal)
      await row(page, moving).shows('pending')
      await expect(row(page, moving).problem).toBeVisible()
      expect(await count(page)).toBe(before)

      await row(page, moving).retry.click()
      await (await held.next()).continue()
      await expect.poll(() => statusOf(database, moving)).toBe('paid')
      await expect(row(page, moving).row).toHaveCount(0)
      await list(other, 'paid')
      await row(other, moving).shows('paid')
      await other.context().close()
    })

    test('quick steps of one order are two requests, and the last one counts', async ({ page, database }) => {
      const { version } = await database.setStatus(quick, 'pending')
      await open(page)
      const held = await HeldChanges.on(page)
      const sent = sentBy(page)
      for (const status of ['paid', 'packed', 'shipped', 'delivered'] as const) {
        await row(page, quick).advance.click()
        await row(page, quick).shows(status)
      }
      await (await held.next()).continue()
      const second = await held.next()
      expect(second.request().postDataJSON()).toEqual({ status: 'delivered' })
      await second.continue()
      await expect.poll(async () => (await database.order(quick)).version).toBe(version + 2)
      expect(await statusOf(database, quick)).toBe('delivered')
      await row(page, quick).shows('delivered')
      expect(sent.count).toBe(2)
    })

    test('cancelling can be undone for five seconds', async ({ page, database }) => {
      const { version } = await database.setStatus(undone, 'pending')
      await open(page)
      const sent = sentBy(page)
      await cancel(page, undone)
      await row(page, undone).shows('cancelled')
      await expect(said(page)).toHaveText(`Order ${undone} is cancelled. 5 seconds to undo that.`)

      await undo(page, undone).focus()
      await page.keyboard.press('Enter')

      await row(page, undone).shows('pending')
      await expect(said(page)).toHaveText(`Order ${undone} is not cancelled. It is pending again.`)
      expect(await row(page, undone).row.evaluate((node) => node.contains(document.activeElement))).toBe(true)
      await page.waitForTimeout(5500)
      expect(sent.count).toBe(0)
      expect((await database.order(undone)).version).toBe(version)
    })

    test('whoever leaves the page has cancelled', async ({ page, database }) => {
      await database.setStatus(left, 'pending')
      await open(page)
      await cancel(page, left)
      await row(page, left).shows('cancelled')

      await page.goto('about:blank')

      await expect.poll(() => statusOf(database, left), { timeout: 4000 }).toBe('cancelled')
    })

    for (const [what, number, button, end] of [
      ['keeps', mine, keep, 'cancelled'],
      ['gives up', theirs, take, 'paid'],
    ] as const) {
      test(`of two who change one order the second is asked, and ${what} the own change`, async ({
        page,
        browser,
        baseURL,
        database,
      }) => {
        await database.setStatus(number, 'pending')
        const other = await colleague(browser, baseURL)
        await open(other)
        await open(page)
        await row(other, number).advance.click()
        await expect.poll(() => statusOf(database, number)).toBe('paid')
        await row(page, number).shows('pending')

        await cancel(page, number)
        await expect(row(page, number).problem).toContainText(/else/, { timeout: 10_000 })
        await row(page, number).shows('paid')
        expect(await statusOf(database, number)).toBe('paid')

        await button(page, number).focus()
        await page.keyboard.press('Enter')

        await row(page, number).shows(end)
        await expect(row(page, number).problem.filter({ visible: true })).toHaveCount(0)
        await expect.poll(() => statusOf(database, number)).toBe(end)
        expect(await row(page, number).row.evaluate((node) => node.contains(document.activeElement))).toBe(true)
        await other.context().close()
      })
    }

    test('two who change different fields of one order both win, without a question', async ({
      page,
      browser,
      baseURL,
      database,
    }) => {
      const order = await database.setStatus(both, 'pending')
      const other = await colleague(browser, baseURL)
      await open(page)
      await rename(other, order, `Renamed for ${kind}`)

      await row(page, both).advance.click()

      await expect.poll(() => statusOf(database, both)).toBe('paid')
      expect((await database.order(both)).customer).toBe(`Renamed for ${kind}`)
      await row(page, both).shows('paid')
      await expect(row(page, both).problem.filter({ visible: true })).toHaveCount(0)
      await other.context().close()
    })
  })
}

test('on /orders with the network cut an order goes back in every list that it left or entered', async ({
  page,
  context,
  database,
}) => {
  const number = 'SO-1028'
  const { version } = await database.setStatus(number, 'pending')
  await page.goto('/orders?status=paid')
  await live(page)
  await page.getByRole('navigation', { name: 'Orders by status' }).getByRole('link', { name: 'pending' }).click()
  const row = new Row(page, number)
  await row.shows('pending')
  await page.waitForLoadState('networkidle')
  const lists = await listsOf(page, number)
  const before = await lists.evaluate((read) => read())
  expect(before.map(({ only, isIn }) => ({ only, isIn }))).toEqual([
    { only: 'paid', isIn: false },
    { only: 'pending', isIn: true },
  ])
  await context.setOffline(true)

  // Read in the click's own task: a cut network may answer in the next.
  const during = await row.advance.evaluate((button: HTMLButtonElement, read) => {
    button.click()
    return read()
  }, lists)
  expect(during).toEqual(before.map(({ only, isIn, count }) => ({ only, isIn: !isIn, count: count + (isIn ? -1 : 1) })))

  await row.shows('pending')
  await expect(row.problem).toBeVisible()
  expect(await lists.evaluate((read) => read())).toEqual(before)
  expect((await database.order(number)).version).toBe(version)

  await context.setOffline(false)
  await row.retry.click()
  await expect.poll(() => statusOf(database, number)).toBe('paid')
  await expect(row.row).toHaveCount(0)
})

test('on /react ten quick moves are two requests, and every number of orders follows at once', async ({
  page,
  database,
}) => {
  const number = 'SO-1038'
  await database.setStatus(number, 'pending')
  await openReact(page)
  const held = await HeldChanges.on(page)
  const sent = sentBy(page)
  const move = page.getByLabel(`Status of order ${number}`, { exact: true })
  const pending = page.getByRole('radio', { name: 'pending' }).locator('..').locator('.count')
  const before = Number(await pending.innerText())
  await move.selectOption('paid')
  await expect(pending).toHaveText(`${before - 1}`)
  for (const status of ['packed', 'pending', 'shipped', 'paid', 'pending', 'packed', 'delivered', 'paid', 'shipped']) {
    await move.selectOption(status)
  }
  await (await held.next()).continue()
  await (await held.next()).continue()
  await expect.poll(() => statusOf(database, number)).toBe('shipped')
  await new ReactRow(page, number).shows('shipped')
  expect(sent.count).toBe(2)
})

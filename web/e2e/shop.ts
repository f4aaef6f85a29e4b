import { expect, test as base, type APIRequestContext, type Locator, type Page, type Route } from '@playwright/test'

import type { Order } from '../src/payload-types'
import type { Way } from '../src/shop/status-change'
import { signIn } from './session'

type Status = Order['status']

/** What Chromium itself writes when a request fails; the page has no say in it. */
const networkNotice = /^Failed to load resource: /

type Watch = {
  /** True in tests that make requests fail: Chromium's own notices are then expected. */
  failures: boolean
  watch: void
  database: Database
}

/** Every test also fails on an error or warning in the console and on a request to another host. */
export const test = base.extend<Watch>({
  failures: [false, { option: true }],
  watch: [
    async ({ context, baseURL, failures }, use) => {
      const complaints: string[] = []
      context.on('console', (message) => {
        const text = message.text()
        const complaint = message.type() === 'error' || message.type() === 'warning'
        if (complaint && !(failures && networkNotice.test(text))) {
          complaints.push(`console ${message.type()}: ${text}`)
        }
      })
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (url.protocol.startsWith('http') && url.origin !== baseURL) {
          complaints.push(`request to another host: ${url.origin}`)
        }
      })
      await use()
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  // A session of its own for each test: signing out ends a session on the server, for all who share it.
  storageState: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({ baseURL })
    await signIn(request)
    await use(await request.storageState())
    await request.dispose()
  },
  database: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({ baseURL })
    await signIn(request)
    await use(new Database(request))
    await request.dispose()
  },
})

export { expect }

/** The orders as the server has them, asked past the page and its cache. */
export class Database {
  constructor(private readonly request: APIRequestContext) {}

  async order(number: string): Promise<Order> {
    const answer = await this.request.get(`/api/orders?depth=0&where[number][equals]=${number}`)
    const { docs } = (await answer.json()) as { docs: Order[] }
    expect(docs, `orders with the number ${number}`).toHaveLength(1)
    return docs[0]!
  }

  async setStatus(number: string, status: Status): Promise<Order> {
    const { id } = await this.order(number)
    // Playwright's own requests carry no Origin; Payload takes them when they say that they come from the same site.
    const answer = await this.request.patch(`/api/orders/${id}`, {
      data: { status },
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status()).toBe(200)
    return ((await answer.json()) as { doc: Order }).doc
  }

  /** Adds an order that is pending; returns its id. */
  async add(number: string): Promise<number> {
    const answer = await this.request.post('/api/orders', {
      data: { number, customer: 'Ada Example', status: 'pending', items: [{ name: 'Tea', qty: 1, price: 100 }] },
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status()).toBe(201)
    return ((await answer.json()) as { doc: Order }).doc.id
  }

  async remove(id: number): Promise<void> {
    const answer = await this.request.delete(`/api/orders/${id}`, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
    expect(answer.status()).toBe(200)
  }
}

/** Opens the orders and waits until the widget drives them. */
export async function openOrders(page: Page): Promise<void> {
  await page.goto('/orders')
  await live(page)
}

export async function live(page: Page): Promise<void> {
  await expect(page.locator('shop-orders[data-live]')).toHaveCount(1)
}

/** One row of the table, with the parts that a person sees and uses. */
export class Row {
  readonly row: Locator
  readonly status: Locator
  readonly advance: Locator
  readonly cancel: Locator
  readonly problem: Locator
  readonly retry: Locator

  constructor(page: Page, number: string) {
    this.row = page.locator('tr.order').filter({ has: page.locator('.order-number', { hasText: number }) })
    this.status = this.row.locator('.status')
    this.advance = this.row.locator('button.order-advance')
    this.cancel = this.row.locator('button.order-cancel')
    this.problem = this.row.locator('p.order-problem')
    this.retry = this.row.locator('button.order-retry')
  }

  async shows(status: Status): Promise<void> {
    await expect(this.status).toHaveClass(`status status-${status}`)
  }
}

/** One row of the list that React draws on /react. */
export class ReactRow {
  readonly row: Locator
  readonly status: Locator
  readonly advance: Locator
  readonly problem: Locator
  readonly retry: Locator
  readonly discard: Locator

  constructor(page: Page, number: string) {
    this.row = page.locator('li.react-order').filter({ has: page.locator('.order-number', { hasText: number }) })
    this.status = this.row.locator('.status')
    this.advance = this.row.locator('button.order-advance')
    this.problem = this.row.locator('p.order-problem')
    this.retry = this.row.locator('button.order-retry')
    this.discard = this.row.locator('button.order-discard')
  }

  async shows(status: Status): Promise<void> {
    await expect(this.status).toHaveText(status)
  }

  /** From now on every status that the row shows is written down, however short. */
  async recordStatuses(): Promise<() => Promise<string[]>> {
    const records = await this.status.evaluateHandle((element) => {
      const seen: string[] = []
      new MutationObserver(() => seen.push(element.textContent!)).observe(element, {
        characterData: true,
        subtree: true,
      })
      return seen
    })
    return () => records.jsonValue()
  }
}

/** Opens /react and waits until both sides are live; React saves its changes the way that is given. */
export async function openReact(page: Page, way: Way = 'optimistic'): Promise<void> {
  await page.goto('/react')
  await live(page)
  await expect(page.locator('li.react-order')).toHaveCount(200)
  await page.waitForLoadState('networkidle')
  await page.getByRole('radio', { name: way }).check()
}

/** What the React side says to people who do not see it. */
export function announcement(page: Page): Locator {
  return page.locator('section[aria-labelledby=react-orders] [role=status][aria-live=polite]')
}

/** What the widget's client has in its cache. */
export function cached<T>(page: Page, key: readonly unknown[]): Promise<T | undefined> {
  return page.evaluate(
    (queryKey) => document.querySelector('shop-orders')!.client.getQueryData(queryKey) as T | undefined,
    key,
  )
}

/** The requests that change an order, held until the test decides what becomes of each. */
export class HeldChanges {
  private readonly routes: Route[] = []
  private readonly waiting: ((route: Route) => void)[] = []

  static async on(page: Page): Promise<HeldChanges> {
    const held = new HeldChanges()
    await page.route('**/api/orders/*', async (route) => {
      if (route.request().method() !== 'PATCH') {
        await route.fallback()
        return
      }
      const waiter = held.waiting.shift()
      if (waiter) {
        waiter(route)
      } else {
        held.routes.push(route)
      }
    })
    return held
  }

  /** The next request, as soon as it has left the page. */
  next(): Promise<Route> {
    const route = this.routes.shift()
    return route ? Promise.resolve(route) : new Promise((resolve) => this.waiting.push(resolve))
  }
}

/** Collects the first few changes to rows other than the given one, from now on. */
export async function watchOtherRows(page: Page, own: Row): Promise<() => Promise<string[]>> {
  const row = await own.row.elementHandle()
  const records = await page.evaluateHandle((ownRow) => {
    const changes: string[] = []
    new MutationObserver((mutations) => {
      for (const { target, type } of mutations) {
        const changed = (target instanceof Element ? target : target.parentElement)?.closest('tr.order')
        if (changed !== ownRow) {
          changes.push(`${type} in ${changed?.textContent ?? target.nodeName}`)
        }
      }
    }).observe(ownRow!.parentElement!, { attributes: true, characterData: true, childList: true, subtree: true })
    return changes
  }, row)
  return async () => (await records.jsonValue()).slice(0, 5)
}

/** Marks every node of the widget, so that the same nodes can be told from equal ones. */
export function markNodes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const nodes = document.createTreeWalker(document.querySelector('shop-orders')!)
    let count = 0
    do {
      Object.assign(nodes.currentNode, { mark: count++ })
    } while (nodes.nextNode())
    return count
  })
}

/** The number of nodes that stand where markNodes found them; -1 if any node is new or has moved. */
export function markedNodes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const nodes = document.createTreeWalker(document.querySelector('shop-orders')!)
    let count = 0
    do {
      if ((nodes.currentNode as Node & { mark?: number }).mark !== count++) {
        return -1
      }
    } while (nodes.nextNode())
    return count
  })
}

import type { APIRequestContext, Locator, Page, Request, Route } from '@playwright/test'

import type { Event as ShopEvent } from '../src/payload-types'
import { signIn } from './session'
import { expect, test as base } from './shop'

/** Before all events of the seed, so that what a test adds stands at the head of the list. */
export const early = (day: number) => `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z`

/** The events as the server has them, asked past the page and its cache. */
export class ServerEvents {
  constructor(private readonly request: APIRequestContext) {}

  async all(): Promise<ShopEvent[]> {
    const answer = await this.request.get('/api/events?pagination=false&sort=date&depth=0')
    return ((await answer.json()) as { docs: ShopEvent[] }).docs
  }

  async find(id: number): Promise<ShopEvent | undefined> {
    return (await this.all()).find((event) => event.id === id)
  }

  async add(title: string, more: Partial<ShopEvent> = {}): Promise<ShopEvent> {
    const data = { title, date: early(1), location: 'Library', description: 'Bring a cup.', ...more }
    const answer = await this.request.post('/api/events', { data, headers })
    expect(answer.status()).toBe(201)
    return ((await answer.json()) as { doc: ShopEvent }).doc
  }

  async change(id: number, data: Partial<ShopEvent>): Promise<void> {
    expect((await this.request.patch(`/api/events/${id}`, { data, headers })).status()).toBe(200)
  }

  async remove(id: number): Promise<void> {
    expect(await this.removeIfThere(id)).toBe(200)
  }

  async removeIfThere(id: number): Promise<number> {
    return (await this.request.delete(`/api/events/${id}`, { headers })).status()
  }
}

/** Playwright's own requests carry no Origin; Payload takes them when they say that they come from the same site. */
const headers = { 'Sec-Fetch-Site': 'same-origin' }

type Keeper = { events: ServerEvents; session: Session }
type Session = Awaited<ReturnType<APIRequestContext['storageState']>>

export const test = base.extend<{ events: ServerEvents }, { keeper: Keeper }>({
  /** Who is signed in. None of these tests signs out, so one session is enough for all of them. */
  keeper: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: process.env.E2E_ORIGIN })
      await signIn(request)
      await use({ events: new ServerEvents(request), session: await request.storageState() })
      await request.dispose()
    },
    { scope: 'worker' },
  ],
  storageState: ({ keeper }, use) => use(keeper.session),
  /** What a test adds, by itself or by the page, is gone afterwards. */
  events: async ({ keeper: { events } }, use) => {
    const before = new Set((await events.all()).map(({ id }) => id))
    await use(events)
    for (const { id } of await events.all()) {
      if (!before.has(id)) {
        await events.removeIfThere(id)
      }
    }
  },
})

export { expect }

/** Opens the list and waits until it can be changed. */
export async function openEvents(page: Page): Promise<void> {
  await page.goto('/events')
  await alive(page)
}

/** Opens one event and waits until it can be changed. */
export async function openEvent(page: Page, id: number): Promise<void> {
  await page.goto(`/events/${id}`)
  await alive(page)
}

const alive = (page: Page) => expect(page.locator('.event-controls:enabled')).toHaveCount(1)

/** What is said to people who do not see the page. */
export const spoken = (page: Page): Locator => page.locator('main [role=log][aria-live=polite]')

/** The titles in the list, from above. */
export const titles = (page: Page): Locator => page.locator('.event-name')

/** One event in the list. */
export class EventRow {
  readonly row: Locator
  readonly title: Locator
  readonly edit: Locator
  readonly delete: Locator
  readonly problem: Locator

  constructor(page: Page, id: number) {
    this.row = page.locator(`tr[data-event="${id}"]`)
    this.title = this.row.locator('.event-name')
    this.edit = this.row.getByRole('button', { name: /^Edit / })
    this.delete = this.row.getByRole('button', { name: /^Delete / })
    this.problem = this.row.locator('.event-problem')
  }

  field(label: string): Locator {
    return this.row.getByLabel(label, { exact: true })
  }

  /** Opens the fields, fills one in and sends it. */
  async change(label: string, value: string): Promise<void> {
    await this.edit.click()
    await this.field(label).fill(value)
    await this.field(label).press('Enter')
  }
}

/** One field of the form on an event's page, with what is said beside it. */
export class Field {
  readonly input: Locator
  readonly state: Locator
  readonly problem: Locator

  constructor(page: Page, name: 'title' | 'date' | 'location' | 'description') {
    const field = page.locator(`.event-form .event-field-${name}`)
    this.input = field.locator('input, textarea')
    this.state = field.locator('.event-state')
    this.problem = field.locator('.event-problem')
  }
}

/** The next answer to a fetch of events, and its place on the screen. */
export async function refetched(page: Page): Promise<void> {
  const isRead = (request: Request) => request.method() === 'GET' && /\/api\/events\b/.test(request.url())
  await page.waitForResponse((response) => isRead(response.request()))
  await painted(page)
}

/** What has arrived is on the screen. */
export const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Fills in the form for a new event and sends it. */
export async function addEvent(page: Page, title: string, date = early(2)): Promise<void> {
  const form = page.locator('.new-event').first()
  await form.getByLabel('Title').fill(title)
  await form.getByLabel('Date and time').fill(date.slice(0, 16))
  await form.getByLabel('Location').fill('Market Hall')
  await form.getByLabel('Location').press('Enter')
}

/** The requests about events, held until the test decides what becomes of each. */
export class Held {
  private readonly writes: Route[] = []
  private readonly waiting: ((route: Route) => void)[] = []
  private reads: Route[] | undefined

  static async on(page: Page): Promise<Held> {
    const held = new Held()
    await page.route(/\/api\/events\b/, async (route) => {
      if (route.request().method() !== 'GET') {
        held.take(route)
      } else if (held.reads) {
        held.reads.push(route)
      } else {
        await route.continue()
      }
    })
    return held
  }

  private take(route: Route): void {
    const waiter = this.waiting.shift()
    if (waiter) {
      waiter(route)
    } else {
      this.writes.push(route)
    }
  }

  /** The next change, as soon as it has left the page. */
  next(): Promise<Route> {
    const route = this.writes.shift()
    return route ? Promise.resolve(route) : new Promise((resolve) => this.waiting.push(resolve))
  }

  /** How many changes have left the page that the test has not taken. */
  get untaken(): number {
    return this.writes.length
  }

  /** From now on nothing that the page fetches arrives. */
  holdReads(): void {
    this.reads = []
  }

  async passReads(): Promise<void> {
    const reads = this.reads ?? []
    this.reads = undefined
    for (const route of reads) {
      // Those that the page has cancelled are gone.
      await route.continue().catch(() => {})
    }
  }
}

/** Whether each of these texts was to be seen in the page's own text, from now on: always, never, or sometimes. */
export async function watchTexts(page: Page, texts: string[]): Promise<() => Promise<Record<string, string>>> {
  const records = await page.evaluateHandle(() => {
    const seen: string[] = []
    const look = () =>
      seen.push([...document.querySelectorAll('.events tbody, .event-facts')].map((part) => part.textContent).join())
    look()
    new MutationObserver(look).observe(document.querySelector('main')!, {
      characterData: true,
      childList: true,
      subtree: true,
    })
    return seen
  })
  return async () => {
    const seen = await records.jsonValue()
    const often = (text: string) => seen.filter((shown) => shown.includes(text)).length
    const words = new Map([
      [0, 'never'],
      [seen.length, 'always'],
    ])
    return Object.fromEntries(texts.map((text) => [text, words.get(often(text)) ?? 'sometimes']))
  }
}

/** The shop's one client: a widget on another page of the same tab has it. */
async function cached<T>(page: Page, key: readonly unknown[]): Promise<T | undefined> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Orders' }).click()
  await expect(page.locator('shop-orders[data-live]')).toHaveCount(1)
  return page.evaluate(
    (queryKey) => document.querySelector('shop-orders')!.client.getQueryData(queryKey) as T | undefined,
    key,
  )
}

/** The list as it is cached, as it is shown, and as it is after a reload: each as the database has it. */
export async function listAgrees(page: Page, events: ServerEvents): Promise<void> {
  const all = await events.all()
  const expected = all.map(({ title }) => title)
  await expect(titles(page)).toHaveText(expected)
  await expect(page.locator('[data-pending]')).toHaveCount(0)
  expect(await cached<ShopEvent[]>(page, ['events', 'list'])).toEqual(all)
  await page.goto('/events')
  await expect(titles(page)).toHaveText(expected)
}

/** The same for one event and its page. */
export async function eventAgrees(page: Page, events: ServerEvents, id: number): Promise<void> {
  const event = (await events.find(id))!
  const shown = async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title)
    await expect(page.locator('.event-facts')).toContainText(event.location)
    await expect(page.locator('.event-text')).toHaveText(event.description!)
  }
  await shown()
  expect(await cached(page, ['events', 'detail', id])).toEqual(event)
  await page.goto(`/events/${id}`)
  await shown()
}

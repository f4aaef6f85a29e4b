/** What the examples of the guides stand on: a shop of events whose server does nothing until it is told to. */
import {
  environmentManager,
  InfiniteQueryObserver,
  MutationCache,
  onlineManager,
  QueryClient,
  QueryClientProvider,
  QueryObserver,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

type Feature = (client: QueryClient) => void

export interface Event {
  id: number | string
  title: string
  status: string
  likes: number
  done: boolean
  version?: number
}

export interface Page {
  docs: Event[]
  nextPage: number | null
}

const PAGE_SIZE = 2

/** What is stored, and the requests that wait for their answer. */
class Server {
  events: Event[] = []
  down = false
  readonly waiting: Request[] = []
  reads = 0
  private nextId = 100

  seed(events: Event[]): void {
    this.events = structuredClone(events)
  }

  read<T>(look: (events: Event[]) => T): Promise<T> {
    this.reads++
    return this.down
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(structuredClone(look(this.events)))
  }

  write<T>(apply: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push(new Request(() => structuredClone(apply()), resolve as (answer: unknown) => void, reject))
    })
  }

  one(id: Event['id']): Event {
    const event = this.events.find((e) => e.id === id)
    if (!event) {
      throw new Error(`There is no event ${id}.`)
    }
    return event
  }

  newId(): number {
    return this.nextId++
  }
}

/** A change on its way to the server. */
class Request {
  constructor(
    private readonly apply: () => unknown,
    private readonly resolve: (answer: unknown) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  /** The server makes the change and answers. */
  async isAnswered(): Promise<void> {
    try {
      this.resolve(this.apply())
    } catch (error) {
      this.reject(error)
    }
    await rest()
  }

  /** The server answers with an error and changes nothing. */
  async isRefused(error: unknown = new Error('The server answered 500.')): Promise<void> {
    this.reject(error)
    await rest()
  }

  /** The server makes the change; its answer is lost on the way. */
  async losesItsAnswer(): Promise<void> {
    this.apply()
    this.reject(new TypeError('Failed to fetch'))
    await rest()
  }
}

const seed: Event[] = [
  { id: 1, title: 't0', status: 's0', likes: 10, done: false },
  { id: 2, title: 'x', status: 's0', likes: 0, done: false },
  { id: 3, title: 'y', status: 's0', likes: 0, done: false },
]

export let server = new Server()
export let queryClient = new QueryClient()

export const fetchEvent = (id: Event['id']) => server.read(() => server.one(id))
export const fetchEvents = () => server.read((events) => events)
export const fetchPage = (page: number): Promise<Page> =>
  server.read((events) => ({
    docs: events.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
    nextPage: events.length > (page + 1) * PAGE_SIZE ? page + 1 : null,
  }))
export const updateEvent = (fields: Partial<Event> & Pick<Event, 'id'>) =>
  server.write(() => Object.assign(server.one(fields.id), fields))
export const deleteEvent = (id: Event['id']) =>
  server.write(() => {
    server.events = server.events.filter((event) => event.id !== id)
  })
export const addEvent = (event: Event) =>
  server.write(() => {
    const added = { ...event, id: server.newId() }
    server.events.push(added)
    return added
  })
export const likeEvent = (id: Event['id']) =>
  server.write(() => {
    const event = server.one(id)
    event.likes++
    return event
  })

/** Changes the event if it still is of that version; else the server refuses with what it has. */
export const patchEvent = (fields: Partial<Event> & Pick<Event, 'id'>, version: number | null) =>
  server.write(() => {
    const event = server.one(fields.id)
    if (version !== event.version) {
      throw Object.assign(new Error('The server answered 412.'), { status: 412, theirs: structuredClone(event) })
    }
    return Object.assign(event, fields, { version: version! + 1 })
  })

/** Another person changes event 1. */
export function somebodyElse(fields: Partial<Event>): void {
  Object.assign(server.one(1), fields, { version: (server.one(1).version ?? 0) + 1 })
}

const locked = new Set<Event['id']>()

/** From now on the server refuses changes of that event, if others are changed with it. */
export const isLocked = (id: Event['id']) => void locked.add(id)

/** Finishes events, as far as they are not locked. */
export const finishEvents = (ids: number[]) =>
  server.write(() => {
    const refused = ids.length > 1 ? ids.filter((id) => locked.has(id)) : []
    for (const id of ids) {
      if (!refused.includes(id)) server.one(id).title = 'done'
    }
    return { refused }
  })

/** The network is cut: what is read fails. */
export function networkIsCut(): void {
  server.down = true
}

/** The browser knows that it is offline, or online again. */
export async function browserIsOnline(online: boolean): Promise<void> {
  onlineManager.setOnline(online)
  await rest()
}

/** Does something and waits until the server has its request. */
export async function sent(act: () => unknown): Promise<Request> {
  act()
  await rest()
  const request = server.waiting.shift()
  if (!request) {
    throw new Error('No request was sent.')
  }
  return request
}

/** The request that has been sent and was not taken yet. */
export const nextRequest = (): Promise<Request> => sent(() => {})

/** Waits until nothing moves any more. */
export async function rest(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** Where observers of these keys stand on a page. */
export async function open(queries: { queryKey: QueryKey; queryFn: () => Promise<unknown> }[]): Promise<void> {
  for (const query of queries) {
    new QueryObserver(queryClient, query).subscribe(() => {})
  }
  await rest()
}

/** The page anew, of a server that gives its events versions; the option says what they are called. */
export async function openWithVersions(version: unknown): Promise<void> {
  for (const event of server.events) event.version = 1
  queryClient.clear()
  await open([
    { queryKey: ['events', 1], queryFn: () => fetchEvent(1), version } as Parameters<typeof open>[0][0],
    { queryKey: ['events'], queryFn: fetchEvents, version } as Parameters<typeof open>[0][0],
  ])
}

/** The first page of the infinite query, on the page. */
export async function openPages() {
  const pages = new InfiniteQueryObserver(queryClient, {
    queryKey: ['events', 'pages'],
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: 0,
    getNextPageParam: (last: Page) => last.nextPage,
  })
  pages.subscribe(() => {})
  await rest()
  return pages
}

/** The titles of the infinite query, page by page. */
export function titles(): string {
  const shown = read<InfiniteData<Page>>(['events', 'pages'])
  return shown ? shown.pages.map(({ docs }) => docs.map(({ title }) => title).join()).join(' | ') : 'nothing'
}

/** What is known of the changes that have left the views, in order: 'failed' or 'unknown'. */
export const rolledBack: string[] = []

/** What a person was told. */
export const announced: string[] = []
export const announce = (text: string) => void announced.push(text)

export const read = <T>(key: QueryKey) => queryClient.getQueryData<T>(key)

/** A fresh server and client, with the event 1 and the list on the page. The features are those of Sanguine's modules. */
export async function begin(features: Feature[] = []): Promise<void> {
  environmentManager.setIsServer(() => false)
  announced.length = 0
  onlineManager.setOnline(true)
  server = new Server()
  server.seed(seed)
  rolledBack.length = 0
  locked.clear()
  queryClient = new QueryClient({
    features,
    mutationCache: new MutationCache({ onRollback: (intent) => void rolledBack.push(intent.state) }),
    defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
  })
  queryClient.mount()
  await open([
    { queryKey: ['events', 1], queryFn: () => fetchEvent(1) },
    { queryKey: ['events'], queryFn: fetchEvents },
  ])
}

export function end(): void {
  queryClient.unmount()
  queryClient.clear()
}

/** Calls hooks as a component does, and returns what they gave. */
export function render<T>(hooks: () => T): T {
  let result: { value: T } | undefined
  function Component() {
    result = { value: hooks() }
    return null
  }
  renderToString(createElement(QueryClientProvider, { client: queryClient, children: createElement(Component) }))
  return result!.value
}

/** `title/status` of event 1, as the page shows it. */
export function event(): string {
  const shown = read<Event>(['events', 1])
  return shown ? `${shown.title}/${shown.status}` : 'nothing'
}

/** The titles of the list, as the page shows them. */
export function list(): string {
  const shown = read<Event[]>(['events'])
  return shown ? shown.map(({ title }) => title).join() : 'nothing'
}

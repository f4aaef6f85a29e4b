// What every app calls all day, each on a client of a usual size: keys and filters, reads and writes by key, options.
import { cached, client, copy, itemKey, nothing, records } from './rows.mjs'

/** One call on one client: `make(client, core)` returns the call. */
const call = (name, data, make, n = 1000) => ({
  name,
  data,
  setup: (core) => ({ op: make(cached(core, n, itemKey), core) }),
})

/** A call that returns a promise of what is there already; the promises are not waited for one by one. */
const promised = (name, data, make) => ({
  name,
  data,
  setup: (core) => {
    const begin = make(cached(core, 1000, itemKey), core)
    let last
    return { op: (i) => (last = begin(i)), drain: () => last }
  },
})

const pure = (name, data, make) => ({ name, data, setup: (core) => ({ op: make(core) }) })

const where = () => ({
  where: { and: [{ status: { equals: 'paid' } }, { total: { greater_than: 5 } }] },
  limit: 10,
  page: 1,
  sort: '-createdAt',
})

const match = (name, data, key, prefix) =>
  pure(`partialMatchKey, ${name}`, data, (core) => () => core.partialMatchKey(key, prefix))

const share = (name, data, a, b) => pure(`replaceEqualDeep, ${name}`, data, (core) => () => core.replaceEqualDeep(a, b))

const record = records(1)[0]
const dictionary = (n) => Object.fromEntries(records(n).map((r) => [`id${r.id}`, r]))
const pages = () => ({
  pages: Array.from({ length: 10 }, () => records(50)),
  pageParams: Array.from({ length: 10 }, (_, i) => i),
})
const text = { root: { children: [{ type: 'p', children: [{ type: 'text', text: 'hello', format: 0 }] }] } }
const documents = (n) => ({
  docs: Array.from({ length: n }, (_, i) => ({
    id: `x${i}`,
    title: 'T',
    blocks: Array.from({ length: 10 }, (_, k) => ({ blockType: 'text', id: `b${k}`, content: text })),
    updatedAt: '2021-01-01T00:00:00.000Z',
  })),
  totalDocs: n,
  hasNextPage: false,
})

const defaults = (c) => {
  for (let i = 0; i < 10; i++) c.setQueryDefaults([`k${i}`], { staleTime: i })
  c.setQueryDefaults(['item'], { staleTime: 5 })
}

export const everyday = [
  match('flat key, its beginning', "['item', 'g17', 3] and ['item', 'g17']", ['item', 'g17', 3], ['item', 'g17']),
  match('flat key, the whole', "['item', 'g17', 3] twice", ['item', 'g17', 3], ['item', 'g17', 3]),
  match('flat key, another', "['item', 'g17', 3] and ['item', 'g18']", ['item', 'g17', 3], ['item', 'g18']),
  match(
    'a member of an object',
    "['orders', {status, page}, 17] and ['orders', {status}]",
    ['orders', { status: 'paid', page: 3 }, 17],
    ['orders', { status: 'paid' }],
  ),
  match(
    'another member',
    'the same, another status',
    ['orders', { status: 'paid', page: 3 }, 17],
    ['orders', { status: 'open' }],
  ),
  match(
    'deep objects',
    "['orders', {where: {and: [..]}, limit, page, sort}] twice",
    ['orders', where()],
    ['orders', where()],
  ),
  match(
    '100 ids',
    'equal lists in both keys',
    ['ids', records(100).map((r) => r.id)],
    ['ids', records(100).map((r) => r.id)],
  ),
  call('matchQuery by key', '', (c, core) => {
    const [query] = c.getQueryCache().getAll()
    const filters = { queryKey: ['item'] }
    return () => core.matchQuery(filters, query)
  }),
  pure('hashKey, deep object', "['orders', {where: {and: [..]}, limit, page, sort}]", (core) => {
    const key = ['orders', where()]
    return () => core.hashKey(key)
  }),
  pure('hashKey, 100 ids', "['ids', [..]]", (core) => {
    const key = ['ids', records(100).map((r) => r.id)]
    return () => core.hashKey(key)
  }),
  share('one record, none changed', 'a record of six fields', record, copy(record)),
  share(
    'a dictionary of 1,000, one changed',
    'records by id',
    dictionary(1000),
    (() => {
      const next = copy(dictionary(1000))
      next.id500.status = 'changed'
      return next
    })(),
  ),
  share('10 pages of 50, none changed', '{pages, pageParams}', pages(), copy(pages())),
  share('20 documents of 10 blocks, none changed', 'as Payload answers', documents(20), copy(documents(20))),
  share('100 items, one before them', '', records(100), copy([{ ...record, id: -1 }, ...records(100)])),
  call('getQueryState', '', (c) => (i) => c.getQueryState(itemKey(i % 1000))),
  call('getQueryData, nothing there', '', (c) => (i) => !c.getQueryData(['none', i])),
  call('setQueryData, with defaults for 11 keys', "a new object each call under ['item', 'g17', 3]", (c) => {
    defaults(c)
    return (i) => c.setQueryData(['item', 'g17', 3], { i })
  }),
  call('query.setState', '{dataUpdatedAt}', (c) => {
    const [query] = c.getQueryCache().getAll()
    return (i) => query.setState({ dataUpdatedAt: i })
  }),
  call(
    'defaultQueryOptions',
    'queryKey and queryFn',
    (c) => () => c.defaultQueryOptions({ queryKey: ['item', 'g17', 3], queryFn: nothing }),
  ),
  call('defaultQueryOptions, with defaults for 11 keys', 'the same', (c) => {
    defaults(c)
    return () => c.defaultQueryOptions({ queryKey: ['item', 'g17', 3], queryFn: nothing })
  }),
  promised(
    'ensureQueryData, there',
    '',
    (c) => (i) => c.ensureQueryData({ queryKey: itemKey(i % 1000), queryFn: nothing }),
  ),
  promised(
    'fetchQuery, fresh',
    'staleTime Infinity',
    (c) => (i) => c.fetchQuery({ queryKey: itemKey(i % 1000), queryFn: nothing, staleTime: Infinity }),
  ),
  promised(
    'query, fresh, with select',
    'staleTime Infinity',
    (c) => (i) =>
      c.query({ queryKey: itemKey(i % 1000), queryFn: nothing, staleTime: Infinity, select: (item) => item.id }),
  ),
  promised('invalidateQueries of one key, and setQueryData', 'not observed', (c) => (i) => {
    c.setQueryData(itemKey(i % 1000), i)
    return c.invalidateQueries({ queryKey: itemKey(i % 1000), exact: true })
  }),
  call('cache listener: comes and goes', '', (c) => () => {
    c.getQueryCache().subscribe(nothing)()
    return 1
  }),
  pure('a client, 10 queries, dehydrate', 'as a server does with each request', (core) => () => {
    const c = client(core)
    for (let i = 0; i < 10; i++) c.setQueryData(['new', i], i)
    return core.dehydrate(c)
  }),
]

const listed = (name, data, make, more) => ({
  name,
  data,
  n: 1000,
  setup: (core) => {
    const c = client(core)
    return { ...make(c, core), ...more }
  },
})

const fill = (c, n) => {
  for (let i = 0; i < n; i++) c.setQueryData(itemKey(i), { id: i })
}

const build = (c, n) => {
  for (let i = 0; i < n; i++) c.getMutationCache().build(c, { mutationKey: ['save', i % 10], mutationFn: nothing })
}

const once = { once: true, collect: true }

/** On all that there is. */
export const onAll = [
  listed('setQueriesData of all', 'an updater that copies', (c) => {
    fill(c, 1000)
    return { op: (i) => c.setQueriesData({ queryKey: ['item'] }, (old) => ({ ...old, i })) }
  }),
  listed(
    'invalidateQueries() of all',
    'fresh, not observed',
    (c) => {
      let last
      return { before: () => fill(c, 1000), op: () => (last = c.invalidateQueries()), drain: () => last }
    },
    once,
  ),
  listed('cancelQueries() of all', 'none fetches', (c) => {
    fill(c, 1000)
    let last
    return { op: () => (last = c.cancelQueries()), drain: () => last }
  }),
  listed(
    'resetQueries() of all',
    'not observed',
    (c) => {
      let last
      return { before: () => fill(c, 1000), op: () => (last = c.resetQueries()), drain: () => last }
    },
    once,
  ),
  listed('removeQueries() of all', '', (c) => ({ before: () => fill(c, 1000), op: () => c.removeQueries() }), once),
  listed(
    'removeQueries({queryKey}) until none is left',
    'prefix of two parts, 10 at a time',
    (c) => ({
      before: () => fill(c, 1000),
      op: () => {
        for (let g = 0; g < 100; g++) c.removeQueries({ queryKey: ['item', `g${g}`] })
      },
    }),
    once,
  ),
  { ...listed('client.clear()', '', (c) => ({ before: () => fill(c, 10000), op: () => c.clear() }), once), n: 10000 },
  listed('mutationCache.findAll({mutationKey})', 'a tenth matches', (c) => {
    build(c, 1000)
    return { op: () => c.getMutationCache().findAll({ mutationKey: ['save', 3] }) }
  }),
  listed('mutationCache.find({mutationKey})', 'the tenth matches', (c) => {
    build(c, 1000)
    return { op: () => c.getMutationCache().find({ mutationKey: ['save', 9] }) }
  }),
  listed(
    'mutationCache.clear()',
    'none under way',
    (c) => ({ before: () => build(c, 1000), op: () => c.getMutationCache().clear() }),
    once,
  ),
]

const observed = (core, n, options) => {
  const c = cached(core, n, itemKey)
  for (let i = 0; i < n; i++) new core.QueryObserver(c, { queryKey: itemKey(i), ...options }).subscribe(nothing)
  return c
}

const later = () => new Promise((resolve) => setImmediate(resolve))

/** The window gets the focus back, or the network comes back. */
const wake = (name, data, n, make) =>
  ['onFocus', 'onOnline'].map((event) => ({
    name: `queryCache.${event}(), ${name}`,
    data,
    n,
    setup: (core) => {
      const c = make(core, n)
      return { op: () => c.getQueryCache()[event]() }
    },
  }))

export const wakes = [100, 1000, 10000].flatMap((n) => [
  ...wake('none observed', '', n, (core) => cached(core, n, itemKey)),
  ...wake('all fresh', 'one observer each, staleTime Infinity', n, (core) =>
    observed(core, n, { staleTime: Infinity, queryFn: nothing }),
  ),
  ...wake('all fresh for a minute', 'one observer each, staleTime 60,000', n, (core) =>
    observed(core, n, { staleTime: 60000, queryFn: nothing }),
  ),
])

/** The same, if each query is stale: all are fetched. */
export const staleWakes = [100, 1000].map((n) => ({
  name: 'queryCache.onFocus(), all stale, until all are fetched',
  data: 'one observer each, whose query function returns a resolved promise',
  n,
  ticks: true,
  setup: (core) => {
    const c = observed(core, n, { staleTime: 0, refetchOnMount: false, queryFn: () => Promise.resolve(1) })
    return {
      op: async () => {
        c.getQueryCache().onFocus()
        await later()
      },
      awaited: true,
      collect: true,
    }
  },
}))

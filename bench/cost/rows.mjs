// The rows: what is called, over which data. Each `setup(core, side)` makes a fresh client of that side and returns the
// work. `theirs` of a row may differ from `ours` only in how an optimistic change is written (see cycle.mjs).

const nothing = () => {}

const seeded = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return seed / 4294967296
}

/** 1,000 records as a REST answer holds them. */
export const records = (n) =>
  Array.from({ length: n }, (_, i) => ({
    id: i,
    number: `SO-${1000 + i}`,
    status: ['pending', 'paid', 'packed'][i % 3],
    total: i * 1.5,
    customer: { name: `Customer ${i % 97}`, city: 'Oslo' },
    tags: ['a', 'b'],
  }))

const copy = (value) => JSON.parse(JSON.stringify(value))

const client = (core) => new core.QueryClient()

const cached = (core, n, key) => {
  const c = client(core)
  for (let i = 0; i < n; i++) c.setQueryData(key(i), { id: i })
  return c
}

/** Keys of three parts, ten to a group: ['item', 'g17', 3]. */
export const itemKey = (i) => ['item', `g${Math.floor(i / 10)}`, i % 10]

export const flat = [
  {
    name: 'hashKey',
    data: "['orders', {status: 'paid', page: 3}, 17]",
    setup: (core) => {
      const key = ['orders', { status: 'paid', page: 3 }, 17]
      return { op: () => core.hashKey(key) }
    },
  },
  {
    name: 'hashKey, flat key',
    data: "['orders', 'detail', 17]",
    setup: (core) => {
      const key = ['orders', 'detail', 17]
      return { op: () => core.hashKey(key) }
    },
  },
  {
    name: 'getQueryData',
    data: "1,000 cached queries, keys ['item', 'g17', 3]",
    setup: (core) => {
      const c = cached(core, 1000, itemKey)
      return { op: (i) => c.getQueryData(itemKey(i % 1000)) }
    },
  },
  ...[0, 1, 100].map((n) => ({
    name: `setQueryData, ${n} observer${n === 1 ? '' : 's'}`,
    data: "a new object {n} under ['orders', 1] each call; observers subscribed with an empty listener",
    setup: (core) => {
      const c = client(core)
      c.setQueryData(['orders', 1], { n: -1 })
      for (let k = 0; k < n; k++) {
        new core.QueryObserver(c, { queryKey: ['orders', 1], enabled: false }).subscribe(nothing)
      }
      return { op: (i) => c.setQueryData(['orders', 1], { n: i }) }
    },
  })),
  {
    name: 'setQueryData with an updater, 1 observer, a listener on the cache',
    data: 'old => ({...old, n}) over a record of six fields',
    setup: (core) => {
      const c = client(core)
      c.getQueryCache().subscribe(nothing)
      c.setQueryData(['orders', 1], records(1)[0])
      new core.QueryObserver(c, { queryKey: ['orders', 1], enabled: false }).subscribe(nothing)
      return { op: (i) => c.setQueryData(['orders', 1], (old) => ({ ...old, n: i })) }
    },
  },
  {
    name: 'setQueryData of a new key',
    data: "['new', i] each call, the cache cleared between batches",
    setup: (core) => {
      const c = client(core)
      return { op: (i) => c.setQueryData(['new', i], i), after: () => c.clear(), collect: true }
    },
  },
  {
    name: 'setQueryData, 1,000 items of which one changed',
    data: 'a fresh deep copy of 1,000 records each call, one status changed; structural sharing on',
    setup: (core) => {
      const c = client(core)
      const lists = [0, 1].map((k) => {
        const list = records(1000)
        list[500].status = `s${k}`
        return list
      })
      let copies
      return {
        before: (calls) => {
          copies = Array.from({ length: calls }, (_, i) => copy(lists[i % 2]))
        },
        op: (i) => c.setQueryData(['orders'], copies[i]),
      }
    },
  },
  {
    name: 'replaceEqualDeep, 1,000 items, one changed',
    data: 'two deep copies of 1,000 records (id, number, status, total, customer {name, city}, tags [2])',
    setup: (core) => {
      const a = records(1000)
      const b = copy(a)
      b[500].status = 'changed'
      return { op: () => core.replaceEqualDeep(a, b) }
    },
  },
  {
    name: 'replaceEqualDeep, 1,000 items, none changed',
    data: 'the same, no difference',
    setup: (core) => {
      const a = records(1000)
      const b = copy(a)
      return { op: () => core.replaceEqualDeep(a, b) }
    },
  },
  {
    name: 'replaceEqualDeep, 10,000 rows, one replaced',
    data: 'list.map that replaces one record and keeps the others',
    setup: (core) => {
      const a = records(10000)
      const b = a.map((row) => (row.id === 5000 ? { ...row, status: 'changed' } : row))
      return { op: () => core.replaceEqualDeep(a, b) }
    },
  },
  {
    name: 'hydrate 1,000 queries',
    data: "a state of 1,000 queries ['item', 'g17', 3] of one record each, into an empty client",
    setup: (core) => {
      const c = client(core)
      records(1000).forEach((record, i) => c.setQueryData(itemKey(i), record))
      const state = copy(core.dehydrate(c))
      let fresh
      return {
        before: (calls) => {
          fresh = Array.from({ length: calls }, () => client(core))
        },
        op: (i) => core.hydrate(fresh[i], state),
        collect: true,
      }
    },
  },
  {
    name: 'dehydrate 1,000 queries',
    data: 'the same client',
    setup: (core) => {
      const c = client(core)
      records(1000).forEach((record, i) => c.setQueryData(itemKey(i), record))
      return { op: () => core.dehydrate(c) }
    },
  },
  {
    name: 'observer: create, subscribe, unsubscribe',
    data: 'data cached, staleTime Infinity',
    setup: (core) => {
      const c = client(core)
      c.setQueryData(['orders', 1], { n: 1 })
      const options = { queryKey: ['orders', 1], queryFn: nothing, staleTime: Infinity }
      return { op: () => new core.QueryObserver(c, options).subscribe(nothing)() }
    },
  },
  {
    name: 'observer: setOptions as a render does, getOptimisticResult, trackResult',
    data: 'new option object each call, same key; data and isPending read',
    setup: (core) => {
      const c = client(core)
      c.setQueryData(['orders', 1], { n: 1 })
      const make = () =>
        c.defaultQueryOptions({
          queryKey: ['orders', 1],
          queryFn: nothing,
          staleTime: Infinity,
          _optimisticResults: 'optimistic',
        })
      const observer = new core.QueryObserver(c, make())
      observer.subscribe(nothing)
      return {
        op: () => {
          const options = make()
          observer.setOptions(options)
          const result = observer.trackResult(observer.getOptimisticResult(options))
          return result.data && !result.isPending
        },
      }
    },
  },
]

const each = (sizes, make) => sizes.map(make)

const bySize = (name, data, make, sizes = [100, 1000, 10000, 100000]) =>
  each(sizes, (n) => ({ name, data, n, shared: true, setup: (core, side) => make(core, side.cache(n), n) }))

/** The rows by number of cached queries; `side.cache(n)` is made once and used by all of them. */
export const scaled = [
  ...bySize('getQueryData', 'exact key', (core, c, n) => {
    let at = 0
    return { op: () => c.getQueryData(itemKey((at += 7919) % n)) }
  }),
  ...bySize('findAll({queryKey})', 'prefix of two parts, matches 10', (core, c, n) => {
    let at = 0
    return { op: () => c.getQueryCache().findAll({ queryKey: ['item', `g${(at += 7919) % (n / 10)}`] }).length === 10 }
  }),
  ...bySize('find({queryKey})', 'exact key', (core, c, n) => {
    let at = 0
    return { op: () => c.getQueryCache().find({ queryKey: itemKey((at += 7919) % n) }) }
  }),
  ...bySize('invalidateQueries({queryKey})', 'prefix of two parts, matches 10, none observed', (core, c, n) => {
    let at = 0
    let last
    return {
      op: () => (last = c.invalidateQueries({ queryKey: ['item', `g${(at += 7919) % (n / 10)}`] })),
      drain: () => last,
    }
  }),
  ...bySize('invalidateQueries({queryKey, exact})', 'matches one, not observed', (core, c, n) => {
    let at = 0
    let last
    return {
      op: () => (last = c.invalidateQueries({ queryKey: itemKey((at += 7919) % n), exact: true })),
      drain: () => last,
    }
  }),
  ...bySize('cancelQueries({queryKey})', 'prefix of two parts, matches 10, none fetching', (core, c, n) => {
    let at = 0
    let last
    return {
      op: () => (last = c.cancelQueries({ queryKey: ['item', `g${(at += 7919) % (n / 10)}`] })),
      drain: () => last,
    }
  }),
  ...bySize('getQueriesData({queryKey})', 'prefix of two parts, matches 10', (core, c, n) => {
    let at = 0
    return { op: () => c.getQueriesData({ queryKey: ['item', `g${(at += 7919) % (n / 10)}`] }) }
  }),
  ...bySize('isFetching()', 'none fetches', (core, c) => ({ op: () => c.isFetching() === 0 })),
  ...bySize(
    'isMutating({mutationKey})',
    'that many settled mutations in the cache, none pending',
    (core, c, n) => {
      const own = client(core)
      for (let i = 0; i < n; i++) {
        own.getMutationCache().build(own, { mutationKey: ['save', i % 10] }, { status: 'success', isPaused: false })
      }
      return { op: () => own.isMutating({ mutationKey: ['save', 3] }) === 0 }
    },
    [100, 1000, 10000],
  ),
]

/** Filters that an index does not help: no row may cost more than it did. */
export const broad = [
  ...bySize(
    'findAll({queryKey}), all match',
    "prefix ['item']",
    (core, c, n) => ({
      op: () => c.getQueryCache().findAll({ queryKey: ['item'] }).length === n,
    }),
    [1000, 100000],
  ),
  ...bySize(
    'findAll({type: active})',
    'none active',
    (core, c) => ({
      op: () => c.getQueryCache().findAll({ type: 'active' }),
    }),
    [1000],
  ),
  ...bySize(
    'findAll({stale: true})',
    'not observed',
    (core, c) => ({
      op: () => c.getQueryCache().findAll({ stale: true }),
    }),
    [1000],
  ),
  ...bySize(
    'findAll({predicate})',
    'half match',
    (core, c) => ({
      op: () => c.getQueryCache().findAll({ predicate: (query) => query.queryKey[2] < 5 }),
    }),
    [1000],
  ),
  ...bySize('getQueryCache().getAll()', '', (core, c) => ({ op: () => c.getQueryCache().getAll() }), [1000]),
]

export { seeded, nothing, client, cached, copy }

// What a framework's adapter does with observers: renders, mounts, lists of queries, pages, mutations.
import { cached, client, itemKey, nothing } from './rows.mjs'

const KEY = ['orders', 1]

const given = (more) => ({ queryKey: KEY, queryFn: nothing, staleTime: Infinity, ...more })

/** A call on a client with data under ['orders', 0] and ['orders', 1]. */
const one = (name, data, make, more) => ({
  name: `observer: ${name}`,
  data,
  setup: (core) => {
    const c = client(core)
    for (const id of [0, 1]) c.setQueryData(['orders', id], { n: id })
    return { op: make(c, core), ...more }
  },
})

const mounted = (c, core, options) => {
  const observer = new core.QueryObserver(c, options)
  observer.subscribe(nothing)
  return observer
}

const hundred = () =>
  Array.from({ length: 100 }, (_, i) => ({ queryKey: itemKey(i), queryFn: nothing, staleTime: Infinity }))

/** A call on an observer of 100 cached queries, mounted. */
const list = (name, data, make, combine) => ({
  name: `observer of 100 queries: ${name}`,
  data,
  setup: (core) => {
    const c = cached(core, 100, itemKey)
    const options = combine && { combine }
    const observer = new core.QueriesObserver(c, hundred(), options)
    observer.subscribe(nothing)
    // As the adapters do on mount.
    observer.setQueries(hundred(), options)
    return { op: make(c, observer, core) }
  },
})

const allData = (results) => results.map((result) => result.data)

const paged = (more) => ({
  queryKey: ['pages'],
  queryFn: ({ pageParam }) => Promise.resolve({ rows: [pageParam], next: pageParam + 1 }),
  initialPageParam: 0,
  getNextPageParam: (last) => last.next,
  staleTime: Infinity,
  ...more,
})

const pagesOf = (n) => ({
  pages: Array.from({ length: n }, (_, i) => ({ rows: [i], next: i + 1 })),
  pageParams: Array.from({ length: n }, (_, i) => i),
})

const infinite = (name, n, data, make) => ({
  name: `infinite query of ${n} pages: ${name}`,
  data,
  setup: (core) => {
    const c = client(core)
    c.setQueryData(['pages'], pagesOf(n))
    const observer = new core.InfiniteQueryObserver(c, paged())
    observer.subscribe(nothing)
    const work = make(c, observer, core, n)
    return typeof work === 'function' ? { op: work } : work
  },
})

/** The same as in a page: isServer is false, so timers are set. */
const inPage = (row) => ({
  ...row,
  name: `${row.name}, in a page`,
  setup: (core) => {
    const inWindow = (yes) => core.environmentManager.setIsServer(() => !yes)
    inWindow(true)
    const work = row.setup(core)
    inWindow(false)
    return {
      ...work,
      before: async (calls) => {
        await work.before?.(calls)
        inWindow(true)
      },
      after: async () => {
        await work.after?.()
        inWindow(false)
      },
    }
  },
})

const render = (staleTime) =>
  one(
    'a render: setOptions, getOptimisticResult, trackResult',
    `new option object each call, same key; staleTime ${staleTime.toLocaleString('en')}; data read`,
    (c, core) => {
      const make = () => c.defaultQueryOptions(given({ staleTime, _optimisticResults: 'optimistic' }))
      const observer = mounted(c, core, make())
      return () => {
        const options = make()
        const result = observer.getOptimisticResult(options)
        observer.setOptions(options)
        return observer.trackResult(result).data
      }
    },
  )

export const observers = [
  one('create', '', (c, core) => {
    const options = given()
    return () => new core.QueryObserver(c, options)
  }),
  one('setOptions, another key each time', 'both cached', (c, core) => {
    const observer = mounted(c, core, given())
    return (i) => {
      observer.setOptions(given({ queryKey: ['orders', i % 2] }))
      return 1
    }
  }),
  one('setOptions, another key, placeholderData keeps the last', 'one of the two keys is not cached', (c, core) => {
    const observer = mounted(c, core, given({ enabled: false }))
    return (i) => {
      observer.setOptions(
        given({ enabled: false, queryKey: ['orders', 1 + (i % 2)], placeholderData: core.keepPreviousData }),
      )
      return 1
    }
  }),
  one('setOptions, a new select each time', 'select makes an object', (c, core) => {
    const observer = mounted(c, core, given())
    return () => {
      observer.setOptions(given({ select: (order) => ({ n: order.n, list: [order.n] }) }))
      return 1
    }
  }),
  one('getOptimisticResult, stale', 'staleTime 0', (c, core) => {
    const options = c.defaultQueryOptions(given({ staleTime: 0, _optimisticResults: 'optimistic' }))
    const observer = new core.QueryObserver(c, options)
    return () => observer.getOptimisticResult(options)
  }),
  one('trackResult, eight members read', '', (c, core) => {
    const observer = new core.QueryObserver(c, given())
    const result = observer.getCurrentResult()
    return () => {
      const { data, error, status, isPending, isError, isFetching, refetch, isStale } = observer.trackResult(result)
      return [data, error, status, isPending, isError, isFetching, refetch, isStale]
    }
  }),
  one('a second listener comes and goes', '', (c, core) => {
    const observer = mounted(c, core, given())
    return () => {
      observer.subscribe(() => 1)()
      return 1
    }
  }),
  one('100 come and go on one query', '', (c, core) => () => {
    const stops = Array.from({ length: 100 }, () => new core.QueryObserver(c, given()).subscribe(nothing))
    stops.forEach((stop) => stop())
    return 1
  }),
  one('setQueryData, 100 observers that read isPending', 'none is told', (c, core) => {
    for (let i = 0; i < 100; i++) {
      const observer = mounted(c, core, given())
      void observer.trackResult(observer.getCurrentResult()).isPending
    }
    return (i) => c.setQueryData(KEY, { n: i })
  }),
  one('setQueryData, 100 observers with select', 'n % 2', (c, core) => {
    for (let i = 0; i < 100; i++) mounted(c, core, given({ select: (order) => order.n % 2 }))
    return (i) => c.setQueryData(KEY, { n: i })
  }),
  inPage(render(60000)),
  inPage(
    one('create, subscribe, unsubscribe', 'data cached, staleTime 60,000', (c, core) => {
      const options = given({ staleTime: 60000 })
      return () => {
        new core.QueryObserver(c, options).subscribe(nothing)()
        return 1
      }
    }),
  ),
  inPage({
    name: 'setQueryData of a new key',
    data: "['new', i] each call, the cache cleared between batches; a timer to collect each is set",
    setup: (core) => {
      const c = client(core)
      return { op: (i) => c.setQueryData(['new', i], i), after: () => c.clear(), collect: true }
    },
  }),
  list('create, subscribe, unsubscribe', '', (c, _, core) => () => {
    new core.QueriesObserver(c, hundred()).subscribe(nothing)()
    return 1
  }),
  list('setQueries, the same', 'new option objects', (c, observer) => () => {
    observer.setQueries(hundred())
    return 1
  }),
  list('setQueries, one less, one more', '', (c, observer) => (i) => {
    observer.setQueries(hundred().slice(i % 2))
    return 1
  }),
  list('getOptimisticResult', 'tracked', (c, observer) => () => {
    const [, combined, tracked] = observer.getOptimisticResult(hundred())
    return combined(tracked())
  }),
  list(
    'getOptimisticResult, combine',
    'all data',
    (c, observer) => () => {
      const [, combined, tracked] = observer.getOptimisticResult(hundred(), allData)
      return combined(tracked())
    },
    allData,
  ),
  list('one changes', '', (c) => (i) => c.setQueryData(itemKey(5), { i })),
  list('one changes, combine', 'all data', (c) => (i) => c.setQueryData(itemKey(5), { i }), allData),
  infinite('create, subscribe, unsubscribe', 10, '', (c, _, core) => () => {
    new core.InfiniteQueryObserver(c, paged()).subscribe(nothing)()
    return 1
  }),
  infinite('getOptimisticResult', 10, '', (c, observer) => {
    const options = c.defaultQueryOptions(paged({ _type: 'infinite' }))
    return () => observer.getOptimisticResult(options)
  }),
  infinite(
    'setQueryData',
    100,
    'one page replaced',
    (c) => (i) =>
      c.setQueryData(['pages'], (old) => ({
        ...old,
        pages: old.pages.map((page, k) => (k === 50 ? { ...page, rows: [i] } : page)),
      })),
  ),
  one('of a mutation: create, subscribe, unsubscribe', '', (c, core) => {
    const options = { mutationFn: nothing }
    return () => {
      new core.MutationObserver(c, options).subscribe(nothing)()
      return 1
    }
  }),
  one('of a mutation: setOptions', 'new option object each call', (c, core) => {
    const observer = new core.MutationObserver(c, { mutationFn: nothing, mutationKey: ['save'] })
    observer.subscribe(nothing)
    return () => {
      observer.setOptions({ mutationFn: nothing, mutationKey: ['save'] })
      return 1
    }
  }),
]

const awaited = { awaited: true, collect: true }

const ticking = (row) => ({ ...row, ticks: true })

const mutation = (name, data, make) =>
  ticking({
    name,
    data,
    setup: (core) => {
      const c = client(core)
      return { op: make(c, core), ...awaited, after: () => c.getMutationCache().clear() }
    },
  })

const resolved = () => Promise.resolve(1)

const later = () => new Promise((resolve) => setImmediate(resolve))

/** Bound by promise ticks. */
export const loads = [
  ticking(
    one(
      'refetch',
      'queryFn returns a resolved promise',
      (c, core) => {
        const observer = mounted(c, core, given({ queryFn: () => Promise.resolve({ n: 3 }) }))
        return () => observer.refetch()
      },
      awaited,
    ),
  ),
  ticking({
    name: '100 observers: mounted, fetched, shown, gone',
    data: 'nothing cached; getOptimisticResult, subscribe, a fetch each, unsubscribe',
    setup: (core) => ({
      op: async () => {
        const c = client(core)
        const stops = Array.from({ length: 100 }, (_, i) => {
          const options = c.defaultQueryOptions({
            queryKey: itemKey(i),
            queryFn: () => Promise.resolve({ i }),
            _optimisticResults: 'optimistic',
          })
          const observer = new core.QueryObserver(c, options)
          void observer.trackResult(observer.getOptimisticResult(options)).data
          return observer.subscribe(nothing)
        })
        await later()
        stops.forEach((stop) => stop())
        return 1
      },
      ...awaited,
    }),
  }),
  ticking({
    name: 'invalidateQueries() of 100 observed',
    data: 'each is fetched; queryFn returns a resolved promise',
    setup: (core) => {
      const c = cached(core, 100, itemKey)
      for (let i = 0; i < 100; i++) mounted(c, core, { queryKey: itemKey(i), queryFn: resolved, staleTime: Infinity })
      return { op: () => c.invalidateQueries(), ...awaited }
    },
  }),
  ticking({
    name: 'cancelQueries() of 100 that fetch',
    data: 'none is observed',
    setup: (core) => {
      const c = client(core)
      return {
        before: () => {
          for (let i = 0; i < 100; i++) c.prefetchQuery({ queryKey: itemKey(i), queryFn: () => new Promise(nothing) })
        },
        op: () => c.cancelQueries(),
        ...awaited,
        once: true,
      }
    },
  }),
  ticking(infinite('refetch', 10, '', (c, observer) => ({ op: () => observer.refetch(), ...awaited }))),
  ticking(
    infinite('fetchNextPage', 100, '', (c, observer, core, n) => ({
      before: () => c.setQueryData(['pages'], pagesOf(n)),
      op: () => observer.fetchNextPage(),
      ...awaited,
      once: true,
    })),
  ),
  ticking({
    name: 'streamedQuery of 100 chunks',
    data: 'not observed',
    setup: (core) => {
      const c = client(core)
      const queryFn = core.experimental_streamedQuery({
        streamFn: async function* () {
          for (let i = 0; i < 100; i++) yield i
        },
      })
      return { op: () => c.fetchQuery({ queryKey: ['stream'], queryFn }), ...awaited }
    },
  }),
  mutation('a mutation, success', 'no callbacks', (c) => {
    const options = { mutationFn: resolved }
    return (i) => c.getMutationCache().build(c, options).execute(i)
  }),
  mutation('a mutation, failure', 'no callbacks', (c) => {
    const failure = new Error('no')
    const options = { mutationFn: () => Promise.reject(failure) }
    return (i) => c.getMutationCache().build(c, options).execute(i).catch(nothing)
  }),
  mutation('a mutation with all callbacks, success', 'onMutate, onSuccess, onSettled', (c) => {
    const options = {
      mutationFn: resolved,
      onMutate: () => 1,
      onSuccess: nothing,
      onError: nothing,
      onSettled: nothing,
    }
    return (i) => c.getMutationCache().build(c, options).execute(i)
  }),
  mutation('mutate of an observer, success', 'onSuccess of the options and of the call', (c, core) => {
    const observer = new core.MutationObserver(c, { mutationFn: resolved, onSuccess: nothing })
    observer.subscribe(nothing)
    return (i) => observer.mutate(i, { onSuccess: nothing })
  }),
]

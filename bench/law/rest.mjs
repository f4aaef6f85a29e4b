// Caches of plain documents: TanStack DB, SWR, RTK Query.
import { START, failure, requests, rest, show } from './tools.mjs'

async function tanstackDb({ uncommitted }) {
  const { createCollection, createTransaction } = await import('@tanstack/db')
  let sync
  const rows = createCollection({
    id: `r${Math.random()}`,
    getKey: (row) => row.id,
    startSync: true,
    sync: {
      sync: (given) => {
        sync = given
        given.begin()
        given.write({ type: 'insert', value: { id: 1, ...START } })
        given.commit()
        given.markReady()
      },
    },
  })
  await rows.preload()
  const asked = requests()
  const change = (name, field, autoCommit) => {
    const tx = createTransaction({ autoCommit, mutationFn: () => asked[name].promise })
    tx.isPersisted.promise.catch(() => {})
    tx.mutate(() => rows.update(1, (draft) => void (draft[field] = name)))
    return tx
  }
  change('A', 'title', true)
  await rest()
  const b = change('B', 'status', !uncommitted)
  await rest()
  asked.A.reject(failure())
  await rest()
  const after = show(rows.get(1))
  if (uncommitted) return { after, later: `B is ${b.state}` }
  sync.begin()
  sync.write({ type: 'update', value: { id: 1, title: 't0', status: 'B' } })
  sync.commit()
  asked.B.resolve()
  await rest()
  return { after, later: show(rows.get(1)) }
}

async function swr({ committed }) {
  const { SWRConfig, mutate } = await import('swr')
  const key = `swr-${committed}`
  const cache = SWRConfig.defaultValue.cache
  const now = () => show(cache.get(key)?.data)
  await mutate(key, { ...START }, { revalidate: false })
  const asked = requests()
  const change = (name, field) =>
    mutate(key, asked[name].promise, {
      optimisticData: (base, displayed) => ({ ...(committed ? base : displayed), [field]: name }),
      rollbackOnError: true,
      revalidate: false,
      populateCache: (answer) => answer,
    }).catch(() => {})
  change('A', 'title')
  await rest()
  change('B', 'status')
  await rest()
  const atStart = now()
  asked.A.reject(failure())
  await rest()
  const after = now()
  asked.B.resolve({ title: 't0', status: 'B' })
  await rest()
  return { after, later: now(), start: atStart }
}

async function rtk({ start = { ...START }, A, B, look = show, answer }) {
  const { configureStore } = await import('@reduxjs/toolkit')
  const { createApi } = await import('@reduxjs/toolkit/query')
  const asked = requests()
  const recipes = { A, B }
  const api = createApi({
    baseQuery: () => ({ data: null }),
    endpoints: (build) => ({
      get: build.query({ queryFn: () => ({ data: start }) }),
      change: build.mutation({
        queryFn: (name) =>
          asked[name].promise.then(
            (data) => ({ data }),
            (error) => ({ error: { message: error.message } }),
          ),
        async onQueryStarted(name, { dispatch, queryFulfilled }) {
          const patch = dispatch(api.util.updateQueryData('get', undefined, recipes[name]))
          await queryFulfilled.catch(patch.undo)
        },
      }),
    }),
  })
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (base) => base().concat(api.middleware),
  })
  await store.dispatch(api.endpoints.get.initiate())
  const now = () => look(api.endpoints.get.select()(store.getState()).data)
  store.dispatch(api.endpoints.change.initiate('A'))
  await rest()
  store.dispatch(api.endpoints.change.initiate('B'))
  await rest()
  asked.A.reject(failure())
  await rest()
  const after = now()
  asked.B.resolve(answer ?? {})
  await rest()
  return { after, later: now() }
}

const set = (field, value) => (draft) => void (draft[field] = value)

export const probes = () => [
  { library: 'TanStack DB', name: 'two transactions on one row, the server echoes B', run: () => tanstackDb({}) },
  {
    library: 'TanStack DB',
    name: 'B not committed yet (autoCommit: false)',
    right: { after: 't0/B', later: 'B is pending' },
    run: () => tanstackDb({ uncommitted: true }),
  },
  { library: 'SWR', name: 'optimisticData from what is displayed', run: () => swr({ committed: false }) },
  { library: 'SWR', name: 'optimisticData from what is committed', run: () => swr({ committed: true }) },
  {
    library: 'RTK Query',
    name: 'patches of different fields',
    run: () => rtk({ A: set('title', 'A'), B: set('status', 'B') }),
  },
  {
    library: 'RTK Query',
    name: 'patches of the same field',
    right: { after: 'B/s0', later: 'B/s0' },
    run: () => rtk({ A: set('title', 'A'), B: set('title', 'B') }),
  },
  {
    library: 'RTK Query',
    name: 'recipes that return a new object',
    run: () => rtk({ A: (old) => ({ ...old, title: 'A' }), B: (old) => ({ ...old, status: 'B' }) }),
  },
  {
    library: 'RTK Query',
    name: 'list: A deletes x, B prepends',
    right: { after: 'B,x,y,z', later: 'B,x,y,z' },
    run: () =>
      rtk({
        start: ['x', 'y', 'z'],
        A: (items) => void items.splice(items.indexOf('x'), 1),
        B: (items) => void items.unshift('B'),
        look: (items) => items.join(','),
      }),
  },
]

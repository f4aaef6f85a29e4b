/**
 * The same shop on each library: rows in lists, and a change of one row that waits for its answer. `open` makes the lists of
 * the rows, `change` begins a change and gives what ends it, `look` reads every list as a page would.
 */
import { createCollection, createLiveQueryCollection, createTransaction, eq } from '@tanstack/db'

/** A promise and what settles it. */
function waiting() {
  let ends
  const promise = new Promise((resolve, reject) => (ends = { resolve, reject }))
  return { promise, ...ends }
}

export const turn = () => new Promise((resolve) => setImmediate(resolve))

/** @returns Sanguine, of the modules in that folder */
export async function sanguine(folder) {
  const { QueryClient } = await import(`${folder}/sanguine.mjs`)
  const { records } = await import(`${folder}/sanguine-records.mjs`)
  const { pacing } = await import(`${folder}/sanguine-pacing.mjs`)
  return {
    name: 'Sanguine',
    async open(lists) {
      const client = new QueryClient({
        features: [records, pacing],
        defaultOptions: { queries: { gcTime: Infinity }, mutations: { networkMode: 'always', gcTime: 0 } },
      })
      client.setQueryDefaults(['rows'], { records: { of: 'row' } })
      for (const { name, where, rows } of lists) client.setQueryData(['rows', name, { where, sort: 'id' }], rows)
      const queries = client.getQueryCache().getAll()
      return {
        change(id, fields) {
          const { promise, resolve, reject } = waiting()
          const done = client
            .getMutationCache()
            .build(client, {
              mutationFn: () => promise,
              optimistic: (intent) => intent.record('row', id).merge(fields),
              resync: false,
              onError() {},
            })
            .execute(undefined)
            .catch(() => {})
          return {
            refuse: () => (reject(new Error('refused')), done),
            confirm: (row) => (resolve(row), done),
          }
        },
        /** So many changes of one record wait in its scope; all are sent as one request, and end with it. */
        async changeAtOnce(id, count) {
          const { promise, resolve } = waiting()
          const options = client.defaultMutationOptions({
            mutationFn: () => promise,
            optimistic: (intent, fields) => intent.merge(queries[0].queryKey, fields),
            resync: false,
            scope: { id: `row ${id}` },
            coalesce: 'latest',
          })
          const begin = (total) => client.getMutationCache().build(client, options).execute({ id, total })
          const calls = Array.from({ length: count }, (_, total) => begin(total))
          await turn()
          return { confirm: () => (resolve({ id }), Promise.all(calls)) }
        },
        look: () => queries.reduce((sum, query) => sum + (query.state.data.length ?? 1), 0),
        close: () => client.clear(),
      }
    },
  }
}

/** TanStack DB: one collection, and a live query for each list. */
export const tanStackDb = {
  name: 'TanStack DB 0.15',
  async open(lists) {
    const all = new Map(lists.flatMap(({ rows }) => rows.map((row) => [row.id, row])))
    let stream
    const rows = createCollection({
      id: `rows${Math.random()}`,
      getKey: (row) => row.id,
      startSync: true,
      sync: {
        sync(given) {
          stream = given
          given.begin()
          for (const value of all.values()) given.write({ type: 'insert', value })
          given.commit()
          given.markReady()
        },
      },
    })
    await rows.preload()
    const views = []
    for (const { where } of lists.filter((list) => list.where)) {
      const [[field, { equals }]] = Object.entries(where)
      const view = createLiveQueryCollection({
        startSync: true,
        query: (q) => q.from({ row: rows }).where(({ row }) => eq(row[field], equals)),
      })
      await view.preload()
      views.push(view)
    }
    return {
      change(id, fields) {
        const { promise, resolve, reject } = waiting()
        const transaction = createTransaction({ mutationFn: () => promise })
        const done = transaction.isPersisted.promise.catch(() => {})
        transaction.mutate(() => rows.update(id, (draft) => void Object.assign(draft, fields)))
        return {
          refuse: () => (reject(new Error('refused')), done),
          confirm: async (row) => {
            stream.begin()
            stream.write({ type: 'update', value: row })
            stream.commit()
            resolve()
            await done
          },
        }
      },
      look: () => rows.size + views.reduce((sum, view) => sum + view.size, 0),
      close: () => Promise.all([...views, rows].map((each) => each.cleanup())),
    }
  },
}

/** Convex's own store of optimistic updates, without its server: each update is written by hand, for one list. */
export async function convex() {
  const { OptimisticQueryResults } = await import(
    new URL('node_modules/convex/dist/esm/browser/sync/optimistic_updates_impl.js', import.meta.url)
  )
  return {
    name: 'Convex 1.49',
    async open([{ rows }]) {
      const results = new OptimisticQueryResults()
      const udfPath = 'rows:all'
      const token = JSON.stringify({ udfPath, args: {} })
      let confirmed = rows
      const server = () => new Map([[token, { udfPath, args: {}, result: { success: true, value: confirmed } }]])
      results.ingestQueryResultsFromServer(server(), new Set())
      let next = 0
      return {
        change(id, fields) {
          const mutation = next++
          results.applyOptimisticUpdate((store) => {
            const { value } = store.queryResults.get(token).result
            const changed = value.map((row) => (row.id === id ? { ...row, ...fields } : row))
            store.queryResults.set(token, { udfPath, args: {}, result: { success: true, value: changed } })
          }, mutation)
          return {
            refuse: async () => results.ingestQueryResultsFromServer(server(), new Set([mutation])),
            confirm: async (row) => {
              confirmed = confirmed.map((each) => (each.id === row.id ? row : each))
              results.ingestQueryResultsFromServer(server(), new Set([mutation]))
            },
          }
        },
        look: () => results.queryResult(token).length,
        close() {},
      }
    },
  }
}

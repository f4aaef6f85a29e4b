// States that are written down and taken in: by the server, by each navigation, by storage.
import { client, copy, itemKey, nothing, records } from './rows.mjs'

/** What a server wrote down: 1,000 records. */
const written = (core) => {
  const server = client(core)
  records(1000).forEach((record, i) => server.setQueryData(itemKey(i), record))
  return copy(core.dehydrate(server))
}

/** The same, written down so many milliseconds later. */
const after = (state, milliseconds) => ({
  ...state,
  queries: state.queries.map((query) => ({
    ...query,
    state: { ...query.state, dataUpdatedAt: query.state.dataUpdatedAt + milliseconds },
  })),
})

/** The state is taken in by a client that has all of it already. */
const again = (name, data, milliseconds, watches) => ({
  name: `hydrate 1,000 queries that are there already, ${name}`,
  data,
  setup: (core) => {
    let state = written(core)
    const c = client(core)
    core.hydrate(c, state)
    state = after(state, milliseconds)
    for (let i = 0; watches && i < 1000; i++) {
      new core.QueryObserver(c, { queryKey: itemKey(i), queryFn: nothing, staleTime: Infinity }).subscribe(nothing)
    }
    const op = () => core.hydrate(c, state)
    return milliseconds > 0
      ? { op, before: () => (state = after(state, milliseconds)), once: true, collect: true }
      : { op }
  },
})

const paused = (core) => {
  const c = client(core)
  for (let i = 0; i < 100; i++) {
    c.getMutationCache().build(
      c,
      { mutationKey: ['save', i % 10] },
      {
        context: undefined,
        data: undefined,
        error: null,
        failureCount: 0,
        failureReason: null,
        isPaused: true,
        status: 'pending',
        variables: i,
        submittedAt: i,
      },
    )
  }
  return c
}

const intoFresh = (core, state) => {
  let fresh
  return {
    before: (calls) => {
      fresh = Array.from({ length: calls }, () => client(core))
    },
    op: (i) => core.hydrate(fresh[i], state),
    collect: true,
  }
}

export const hydrations = [
  again('as new', 'as each navigation in NextJS brings it', 0),
  again('older', 'by a second', -1000),
  again('newer', 'not observed', 1),
  again('newer, observed', 'one observer each', 1, true),
  {
    name: 'dehydrate 100 paused mutations',
    data: 'with a key and variables',
    setup: (core) => {
      const c = paused(core)
      return { op: () => core.dehydrate(c) }
    },
  },
  {
    name: 'hydrate 100 paused mutations',
    data: 'into an empty client',
    setup: (core) => intoFresh(core, core.dehydrate(paused(core))),
  },
  {
    name: 'dehydrate 100 pending queries',
    data: 'with their promises',
    setup: (core) => {
      const c = client(core)
      for (let i = 0; i < 100; i++) c.prefetchQuery({ queryKey: itemKey(i), queryFn: () => new Promise(nothing) })
      return { op: () => core.dehydrate(c, { shouldDehydrateQuery: () => true }), collect: true }
    },
  },
]

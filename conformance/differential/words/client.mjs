/** What one calls on a client. */
import { cancelRefetch, fetchOptions, infiniteOptions, queryFnPart, select, withOwnData } from '../options.mjs'
import { writeEvents } from '../events.mjs'
import { HOWS } from '../functions.mjs'

/** Members of options that an imperative read takes. */
function readOptions(draw) {
  const key = draw.plainKey()
  return withOwnData(draw, { queryKey: key, ...queryFnPart(draw, key), ...fetchOptions(draw) })
}

/** A word that asks the client for a promise, with options. */
function read(method, weight, drawOptions, group = 'core') {
  return {
    group,
    weight,
    inner: group === 'core',
    draw: (draw) => ({ ...draw.client(), name: draw.newName('p'), options: drawOptions(draw), ...thenSteps(draw) }),
    play: (world, step) => world.watch(step, world.client(step)[method](world.build(step.options))),
  }
}

export function thenSteps(draw) {
  return draw.maybe(draw.has('acts') ? 0.1 : 0, 'then', () => draw.innerSteps())
}

/** A word that asks the client to do something to all queries that filters mean. */
function toAll(method, weight, drawFilters, drawOptions) {
  return {
    group: 'core',
    weight,
    inner: true,
    draw: (draw) => ({
      ...draw.client(),
      name: draw.newName('p'),
      ...drawFilters(draw),
      ...draw.maybe(0.3, 'options', () => drawOptions(draw)),
      ...thenSteps(draw),
    }),
    play: (world, step) => {
      const promise = world.client(step)[method](world.build(step.filters), world.build(step.options))
      if (promise) world.watch(step, promise)
    },
  }
}

/** A word whose answer is written down at once. */
function ask(weight, draw, play, group = 'core') {
  return {
    group,
    weight,
    draw,
    play: (world, step) =>
      world.log('answers', `${step.word} ${world.show(play(world.client(step), world.build(step), world))}`),
  }
}

const invalidateFilters = (draw) => ({
  filters: {
    ...draw.filters(),
    ...draw.maybe(0.3, 'refetchType', () => draw.pick(['none', 'all', 'active', 'inactive'])),
  },
})

export const CLIENT_WORDS = {
  client: {
    group: 'never',
    weight: 0,
    play: (world, { name, queryCallbacks = {}, mutationCallbacks = {}, defaultOptions, shares }) => {
      const { QueryClient, QueryCache, MutationCache } = world.library
      const other = shares && world.get(shares)
      const queryCache = other ? other.getQueryCache() : new QueryCache(world.build(queryCallbacks))
      const mutationCache = other ? other.getMutationCache() : new MutationCache(world.build(mutationCallbacks))
      const client = world.add(
        name,
        new QueryClient({ queryCache, mutationCache, defaultOptions: world.build(defaultOptions) }),
      )
      world.names.set(client, name)
      world.clients.push(client)
      world.mount(client)
      if (other) return
      writeEvents(world, name, client)
    },
  },

  fetchQuery: read('fetchQuery', 6, readOptions),
  prefetchQuery: read('prefetchQuery', 2, readOptions),
  ensureQueryData: read('ensureQueryData', 3, (draw) => ({
    ...readOptions(draw),
    ...draw.maybe(0.4, 'revalidateIfStale', () => true),
  })),
  query: read('query', 4, (draw) => ({ ...readOptions(draw), ...draw.maybe(0.5, 'select', () => select(draw)) })),
  fetchInfiniteQuery: read('fetchInfiniteQuery', 3, (draw) => infiniteRead(draw), 'infinite'),
  prefetchInfiniteQuery: read('prefetchInfiniteQuery', 1, (draw) => infiniteRead(draw), 'infinite'),
  ensureInfiniteQueryData: read(
    'ensureInfiniteQueryData',
    2,
    (draw) => ({ ...infiniteRead(draw), ...draw.maybe(0.4, 'revalidateIfStale', () => true) }),
    'infinite',
  ),
  infiniteQuery: read(
    'infiniteQuery',
    3,
    (draw) => ({ ...infiniteRead(draw), ...draw.maybe(0.5, 'select', () => select(draw)) }),
    'infinite',
  ),

  invalidateQueries: toAll('invalidateQueries', 6, invalidateFilters, cancelRefetch),
  refetchQueries: toAll('refetchQueries', 4, (draw) => draw.maybeFilters(), cancelRefetch),
  resetQueries: toAll('resetQueries', 3, (draw) => ({ filters: draw.filters() }), cancelRefetch),
  cancelQueries: toAll(
    'cancelQueries',
    5,
    (draw) => draw.maybeFilters(),
    (draw) => draw.pick([{}, { silent: true }, { revert: false }, { revert: true, silent: true }]),
  ),
  removeQueries: toAll(
    'removeQueries',
    2,
    (draw) => ({ filters: draw.filters() }),
    () => ({}),
  ),

  setQueryData: {
    group: 'core',
    weight: 6,
    inner: true,
    draw: (draw) => {
      const key = draw.key()
      const value = draw.chance(0.4) ? { $: 'updater', how: draw.pick(HOWS.updater) } : draw.valueFor(key)
      return { ...draw.client(), key, value, ...draw.maybe(0.2, 'options', () => ({ updatedAt: draw.time() })) }
    },
    play: (world, step) => {
      if (
        step.value?.pages &&
        world.client(step).getQueryCache().find({ queryKey: step.key })?.queryType !== 'infinite'
      )
        return
      const given = world.client(step).setQueryData(step.key, world.build(step.value), step.options)
      world.log('answers', `setQueryData ${world.show(given)}`)
    },
  },
  setQueriesData: ask(
    2,
    (draw) => ({ ...draw.client(), filters: draw.filters(), value: { $: 'updater', how: draw.pick(HOWS.updater) } }),
    (client, { filters, value }) => client.setQueriesData(filters, value),
  ),
  getQueryData: ask(
    0.5,
    (draw) => ({ ...draw.client(), key: draw.key() }),
    (client, { key }) => client.getQueryData(key),
  ),
  getQueryState: ask(
    1,
    (draw) => ({ ...draw.client(), key: draw.key() }),
    (client, { key }) => client.getQueryState(key),
  ),
  getQueriesData: ask(
    1,
    (draw) => ({ ...draw.client(), filters: draw.filters() }),
    (client, { filters }) => client.getQueriesData(filters),
  ),
  isFetching: ask(
    1,
    (draw) => ({ ...draw.client(), ...draw.maybeFilters() }),
    (client, { filters }) => client.isFetching(filters),
  ),
  isMutating: ask(
    1,
    (draw) => ({ ...draw.client(), ...draw.maybe(0.8, 'filters', () => draw.mutationFilters()) }),
    (client, { filters }) => client.isMutating(filters),
    'mutations',
  ),
  findAll: ask(
    1,
    (draw) => ({ ...draw.client(), ...draw.maybeFilters() }),
    (client, { filters }) => client.getQueryCache().findAll(filters),
  ),
  find: ask(
    1,
    (draw) => ({ ...draw.client(), filters: { ...draw.filters(), queryKey: draw.key() } }),
    (client, { filters }) => client.getQueryCache().find(filters),
  ),
  findAllMutations: ask(
    1,
    (draw) => ({ ...draw.client(), ...draw.maybe(0.8, 'filters', () => draw.mutationFilters()) }),
    (client, { filters }) => client.getMutationCache().findAll(filters),
    'mutations',
  ),
  findMutation: ask(
    1,
    (draw) => ({ ...draw.client(), filters: draw.mutationFilters() }),
    (client, { filters }) => client.getMutationCache().find(filters),
    'mutations',
  ),

  subscribeToCache: {
    group: 'acts',
    weight: 2,
    draw: (draw) => ({
      ...draw.client(),
      name: draw.make('cacheListener'),
      cache: draw.pick(['queries', 'queries', 'mutations']),
      at: 1 + draw.int(12),
      steps: draw.innerSteps(),
    }),
    play: (world, { name, cache, at, steps, ...step }) => {
      const client = world.client(step)
      let events = 0
      const leave = (cache === 'queries' ? client.getQueryCache() : client.getMutationCache()).subscribe((event) => {
        if (++events !== at) return
        world.log(name, `acts when told of ${event.type}`)
        steps.forEach((inner) => world.perform(inner))
      })
      world.add(name, { leave })
    },
  },
  clear: {
    group: 'core',
    weight: 0.4,
    draw: (draw) => draw.client(),
    play: (world, step) => world.client(step).clear(),
  },
  mount: {
    group: 'focus and network',
    weight: 1,
    draw: (draw) => draw.client(),
    play: (world, step) => world.mount(world.client(step)),
  },
  unmount: {
    group: 'focus and network',
    weight: 1,
    draw: (draw) => draw.client(),
    play: (world, step) => world.unmount(world.client(step)),
  },
}

function infiniteRead(draw) {
  const { select: ignored, placeholderData, enabled, ...options } = infiniteOptions(draw)
  return { ...options, ...draw.maybe(0.3, 'pages', () => 1 + draw.int(3)) }
}

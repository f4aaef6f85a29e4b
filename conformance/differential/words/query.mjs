/** A query of the cache, used directly: as devtools, persisters and other tabs use it. */
import { cancelRefetch, optionsFor, queryOptions } from '../options.mjs'

/** A word that does something to the query of a key, if there is one. */
function toQuery(weight, drawMore, play, inner = false) {
  return {
    group: 'direct',
    weight,
    inner,
    draw: (draw) => {
      const key = draw.key()
      return { ...draw.client(), key, ...drawMore(draw, key) }
    },
    play: (world, step) => {
      const cache = world.client(step).getQueryCache()
      const query = cache.find({ queryKey: step.key })
      if (query) play(world, step, query, cache)
    },
  }
}

function partialState(draw, key) {
  return draw.pick([
    { data: draw.valueFor(key), status: 'success', dataUpdatedAt: draw.time() },
    { status: 'error', error: 'not an error', fetchStatus: 'idle' },
    { status: 'pending', data: { $: 'absent' }, fetchStatus: 'idle' },
    { isInvalidated: true },
    { dataUpdateCount: 7 },
    {},
  ])
}

function promise(draw) {
  return { name: draw.newName('p') }
}

export const QUERY_WORDS = {
  fetchOfQuery: toQuery(
    3,
    (draw, key) => ({
      ...promise(draw),
      ...draw.maybe(0.3, 'options', () => optionsFor(draw, key)),
      ...draw.maybe(0.3, 'fetchOptions', () => cancelRefetch(draw)),
    }),
    (world, step, query) => {
      const options = step.options && { ...world.build(step.options), queryKey: query.queryKey }
      world.watch(step, query.fetch(options, world.build(step.fetchOptions)))
    },
  ),
  cancelOfQuery: toQuery(
    2,
    (draw) => ({
      ...promise(draw),
      ...draw.maybe(0.7, 'options', () => draw.pick([{ revert: true }, { silent: true }, {}])),
    }),
    (world, step, query) => world.watch(step, query.cancel(step.options)),
    true,
  ),
  promiseOfQuery: toQuery(2, promise, (world, step, query) => {
    if (query.promise) world.watch(step, query.promise)
    else world.log('answers', `promiseOfQuery ${world.show(query.promise)}`)
  }),
  setState: toQuery(
    3,
    (draw, key) => ({ state: partialState(draw, key) }),
    (world, step, query) => query.setState(world.build(step.state)),
    true,
  ),
  setData: toQuery(
    1,
    (draw, key) => ({ value: draw.valueFor(key), ...draw.maybe(0.3, 'options', () => ({ updatedAt: draw.time() })) }),
    (world, step, query) =>
      world.log('answers', `setData ${world.show(query.setData(world.build(step.value), step.options))}`),
  ),
  invalidateOfQuery: toQuery(
    2,
    () => ({}),
    (world, step, query) => query.invalidate(),
    true,
  ),
  resetOfQuery: toQuery(
    2,
    () => ({}),
    (world, step, query) => query.reset(),
    true,
  ),
  destroyOfQuery: toQuery(
    0.5,
    () => ({}),
    (world, step, query) => query.destroy(),
  ),
  setOptionsOfQuery: toQuery(
    1,
    (draw, key) => ({ options: optionsFor(draw, key) }),
    (world, step, query) => query.setOptions({ ...world.build(step.options), queryKey: query.queryKey }),
  ),
  onFocus: toQuery(
    1,
    () => ({}),
    (world, step, query) => query.onFocus(),
  ),
  onOnline: toQuery(
    1,
    () => ({}),
    (world, step, query) => query.onOnline(),
  ),
  askQuery: toQuery(
    4,
    (draw) => ({ staleTime: draw.pick([{ $: 'absent' }, 0, 20, Infinity, 'static']) }),
    (world, step, query) => {
      const answers = {
        active: query.isActive(),
        disabled: query.isDisabled(),
        fetched: query.isFetched(),
        static: query.isStatic(),
        stale: query.isStale(),
        staleByTime: query.isStaleByTime(world.build(step.staleTime)),
        observers: query.getObserversCount(),
        watching: query.observers,
        meta: query.meta,
        type: query.queryType,
        gcTime: query.gcTime,
        first: query.resetState,
      }
      world.log('answers', `askQuery ${world.show(answers)}`)
    },
  ),
  removeFromCache: toQuery(
    1,
    () => ({}),
    (world, step, query, cache) => cache.remove(query),
    true,
  ),
  removeAndAdd: toQuery(
    0.5,
    () => ({}),
    (world, step, query, cache) => {
      cache.remove(query)
      cache.add(query)
    },
  ),
  buildQuery: {
    group: 'direct',
    weight: 2,
    draw: (draw) => ({ ...draw.client(), options: queryOptions(draw, draw.plainKey()) }),
    play: (world, step) => {
      const client = world.client(step)
      world.log('answers', `buildQuery ${world.show(client.getQueryCache().build(client, world.build(step.options)))}`)
    },
  },
  allOnFocus: {
    group: 'direct',
    weight: 1,
    draw: (draw) => draw.client(),
    play: (world, step) => world.client(step).getQueryCache().onFocus(),
  },
  allOnOnline: {
    group: 'direct',
    weight: 1,
    draw: (draw) => draw.client(),
    play: (world, step) => world.client(step).getQueryCache().onOnline(),
  },
  clearQueries: {
    group: 'direct',
    weight: 0.3,
    draw: (draw) => draw.client(),
    play: (world, step) => world.client(step).getQueryCache().clear(),
  },
}

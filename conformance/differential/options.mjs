/** Draws options of queries and mutations, in all their forms. */
import { HOWS } from './functions.mjs'

const RESULT_FIELDS = [
  'data',
  'status',
  'fetchStatus',
  'isFetching',
  'isStale',
  'error',
  'failureCount',
  'isPlaceholderData',
  'dataUpdatedAt',
  'isRefetching',
  'isFetched',
]

export function resultFields(draw) {
  return draw.random.some(RESULT_FIELDS, 0.25)
}

function refetchOption(draw) {
  return draw.pick([false, true, 'always', 'always', draw.ofQuery('refetch')])
}

function staleTime(draw) {
  return draw.pick([0, 10, 100, Infinity, 'static', draw.ofQuery('staleTime')])
}

/** Retries without end need a delay: a program has to come to its end. */
function withDelay(options) {
  return options.retry === true ? { ...options, retryDelay: 10 } : options
}

/** Options that every read of a query may have. */
export function fetchOptions(draw) {
  return withDelay({
    ...draw.maybe(0.4, 'staleTime', () => staleTime(draw)),
    ...draw.maybe(0.35, 'retry', () =>
      draw.pick([false, true, 0, 1, 2, draw.pooled('retry', () => ({ times: draw.int(3) }))]),
    ),
    ...draw.maybe(0.6, 'retryDelay', () =>
      draw.pick([0, 1, 10, 10, draw.pooled('retryDelay', () => ({ ms: draw.int(5) }))]),
    ),
    ...draw.maybe(0.2, 'gcTime', () => draw.pick([0, 10, 10, 1000, Infinity])),
    ...draw.maybe(0.2, 'networkMode', () => draw.pick(['online', 'always', 'offlineFirst'])),
    ...draw.maybe(0.15, 'initialData', () =>
      draw.pick([
        { v: -2 },
        draw.value(),
        draw.pooled('initial', () => (draw.chance(0.7) ? { value: { v: -2 } } : {})),
      ]),
    ),
    ...draw.maybe(0.1, 'initialDataUpdatedAt', () =>
      draw.pick([draw.time(), 0, draw.pooled('initialTime', () => ({ value: draw.time() }))]),
    ),
    ...draw.maybe(0.15, 'structuralSharing', () =>
      draw.pick([false, true, draw.pooled('sharing', () => ({ how: draw.pick(HOWS.sharing) }))]),
    ),
    ...draw.maybe(0.15, 'meta', () => draw.pick([{ m: 1 }, { m: 2 }])),
    ...draw.maybe(draw.has('persisters') ? 0.35 : 0, 'persister', () =>
      draw.pooled('persister', () => ({ ms: draw.pick([0, 1, 5, 'promise']), restores: draw.chance(0.7) })),
    ),
    ...draw.maybe(draw.has('hashes') ? 0.15 : 0, 'queryKeyHashFn', () => ({ $: 'hash', how: draw.pick(HOWS.hash) })),
    ...draw.maybe(draw.has('hashes') ? 0.1 : 0, 'queryHash', () => draw.pick(['own hash', 'other hash'])),
  })
}

export function queryFnPart(draw, key) {
  if (draw.chance(0.05)) return {}
  if (draw.chance(0.05)) return { queryFn: { $: 'skip' } }
  return { queryFn: draw.isStream(key) ? draw.stream() : draw.source() }
}

/** Values that are no functions, for options that Sanguine alone has: both sides have to pass over them. */
function foreignOptions(draw, names) {
  if (!draw.has('odd options')) return {}
  return Object.fromEntries(draw.random.some(names, 0.3).map((name) => [name, draw.pick([true, 'text', 1, null, {}])]))
}

/** Options that only observers have. */
export function observerOptions(draw) {
  return {
    ...foreignOptions(draw, ['version', 'records', 'optimistic']),
    ...draw.maybe(0.25, 'enabled', () =>
      draw.pick([
        false,
        false,
        true,
        draw.ofQuery('enabled'),
        draw.has('odd options') ? draw.pick([null, 'yes', 0]) : false,
      ]),
    ),
    ...draw.maybe(draw.has('intervals') ? 0.3 : 0, 'refetchInterval', () =>
      draw.pick([40, 90, false, draw.ofQuery('refetchInterval')]),
    ),
    ...draw.maybe(draw.has('intervals') ? 0.2 : 0, 'refetchIntervalInBackground', () => draw.chance(0.5)),
    ...draw.maybe(0.2, 'refetchOnMount', () => refetchOption(draw)),
    ...draw.maybe(0.2, 'refetchOnWindowFocus', () => refetchOption(draw)),
    ...draw.maybe(0.2, 'refetchOnReconnect', () => refetchOption(draw)),
    ...draw.maybe(0.15, 'retryOnMount', () => draw.pick([false, true, draw.ofQuery('retryOnMount')])),
    ...draw.maybe(0.2, 'notifyOnChangeProps', () =>
      draw.pick([
        'all',
        [],
        ['data'],
        ['status', 'fetchStatus'],
        resultFields(draw),
        { $: 'props', props: ['data', 'error'] },
      ]),
    ),
    ...draw.maybe(0.15, 'throwOnError', () =>
      draw.pick([true, false, { $: 'throwOnError', how: draw.pick(['odd', 'always']) }]),
    ),
    ...draw.maybe(0.1, 'suspense', () => draw.chance(0.7)),
    ...draw.maybe(0.2, 'placeholderData', () =>
      draw.pick([
        { v: -3 },
        { $: 'keepPrevious' },
        { $: 'keepPrevious' },
        draw.pooled('placeholder', () => ({ how: draw.pick(['previous', 'fresh', 'undefined']) })),
      ]),
    ),
    ...draw.maybe(0.3, 'select', () => select(draw)),
  }
}

export function select(draw) {
  return draw.pooled('select', () => ({ how: draw.pick(HOWS.select) }))
}

export function queryOptions(draw, key = draw.pick(draw.keys)) {
  return withOwnData(draw, {
    queryKey: key,
    ...queryFnPart(draw, key),
    ...fetchOptions(draw),
    ...observerOptions(draw),
  })
}

/** All data of a stream is of its kind. */
export function withOwnData(draw, options) {
  if (!draw.isStream(options.queryKey)) return options
  const { placeholderData, initialData, structuralSharing, queryHash, ...rest } = options
  return {
    ...rest,
    ...(initialData && { initialData: draw.valueFor(options.queryKey) }),
    ...(structuralSharing === false && { structuralSharing }),
  }
}

export function pageOptions(draw) {
  return {
    initialPageParam: draw.pick([0, 0, 0, 1, null]),
    getNextPageParam: { $: 'nextPage', last: 1 + draw.int(3), end: draw.pick([null, { $: 'absent' }]) },
    ...draw.maybe(0.6, 'getPreviousPageParam', () => ({
      $: 'previousPage',
      first: -draw.int(3),
      end: draw.pick([null, { $: 'absent' }]),
    })),
    ...draw.maybe(0.3, 'maxPages', () => draw.pick([1, 2, 3, 0])),
  }
}

export function infiniteOptions(draw, key = draw.pick(draw.infiniteKeys)) {
  return withPages(draw, { ...queryOptions(draw, key), ...pageOptions(draw), _type: 'infinite' })
}

/** All data of an infinite query has pages. */
export function withPages(draw, options) {
  const { placeholderData, structuralSharing, queryHash, ...rest } = options
  return {
    ...rest,
    ...(options.initialData && { initialData: draw.pageValue() }),
    ...(placeholderData?.v && { placeholderData: draw.pageValue() }),
    ...(placeholderData?.$ && placeholderData.how !== 'fresh' && { placeholderData }),
    ...(structuralSharing?.how !== 'merge' && structuralSharing !== undefined && { structuralSharing }),
    ...(queryHash && { queryHash: `${queryHash} of pages` }),
  }
}

/** What fits the key: options of a plain query, of a stream, of an infinite query. */
export function optionsFor(draw, key) {
  return draw.isInfinite(key) ? infiniteOptions(draw, key) : queryOptions(draw, key)
}

export function mutationOptions(draw) {
  return withDelay({
    ...foreignOptions(draw, ['optimistic', 'merge', 'version', 'outcome', 'resync', 'records', 'onRollback']),
    ...draw.maybe(0.9, 'mutationFn', () => draw.source()),
    ...draw.maybe(0.4, 'mutationKey', () => draw.mutationKey()),
    ...draw.maybe(0.5, 'onMutate', () => draw.callback('onMutate')),
    ...draw.maybe(0.5, 'onSuccess', () => draw.callback('onSuccess')),
    ...draw.maybe(0.5, 'onError', () => draw.callback('onError')),
    ...draw.maybe(0.5, 'onSettled', () => draw.callback('onSettled')),
    ...draw.maybe(0.35, 'scope', () => ({ id: draw.pick(['s', 't']) })),
    ...draw.maybe(0.3, 'retry', () =>
      draw.pick([1, 2, true, false, draw.pooled('retry', () => ({ times: draw.int(3) }))]),
    ),
    ...draw.maybe(0.6, 'retryDelay', () =>
      draw.pick([0, 1, 10, draw.pooled('retryDelay', () => ({ ms: draw.int(5) }))]),
    ),
    ...draw.maybe(0.2, 'gcTime', () => draw.pick([0, 20, 1000, Infinity])),
    ...draw.maybe(0.25, 'networkMode', () => draw.pick(['always', 'online', 'offlineFirst'])),
    ...draw.maybe(0.15, 'meta', () => ({ m: 3 })),
    ...draw.maybe(0.1, 'throwOnError', () => true),
  })
}

export function cancelRefetch(draw) {
  return {
    ...draw.maybe(0.3, 'cancelRefetch', () => draw.chance(0.3)),
    ...draw.maybe(0.2, 'throwOnError', () => true),
  }
}

/** Dehydrating and hydrating, with promises, serializers and states that are older or newer. */
import { writeEvents } from '../events.mjs'
import { mutationOptions } from '../options.mjs'
import { defined } from '../show.mjs'

const WHICH = ['all', 'all', 'success', 'pending', 'pending', 'error']

export function dehydrateOptions(draw) {
  return {
    ...draw.maybe(0.6, 'shouldDehydrateQuery', () => ({ $: 'which', how: draw.pick(WHICH) })),
    ...draw.maybe(0.6, 'shouldDehydrateMutation', () => ({ $: 'which', how: draw.pick(WHICH) })),
    ...draw.maybe(0.5, 'serializeData', () => ({ $: 'serialize' })),
    ...draw.maybe(0.4, 'shouldRedactErrors', () => ({ $: 'redact', how: draw.pick(['all', 'none']) })),
  }
}

export function hydrateOptions(draw) {
  return {
    defaultOptions: {
      ...draw.maybe(0.7, 'deserializeData', () => ({ $: 'deserialize' })),
      ...draw.maybe(0.4, 'queries', () => ({
        ...draw.maybe(0.5, 'gcTime', () => draw.pick([0, 20, 1000])),
        ...draw.maybe(0.4, 'queryFn', () => draw.source()),
        ...draw.maybe(0.4, 'retry', () => draw.int(2)),
        retryDelay: 1,
      })),
      ...draw.maybe(0.4, 'mutations', () => withoutKeyAndScope(mutationOptions(draw))),
    },
  }
}

function dehydratedText(world, { queries, mutations }) {
  return [...queries, ...mutations].map((entry) => entryText(world, entry)).join('; ')
}

function entryText(world, { state, ...rest }) {
  return world.show({ ...rest, state: defined(state) })
}

/** Over the wire promises are lost, and so is what JSON has no word for. */
function overTheWire(state) {
  return JSON.parse(JSON.stringify({ ...state, queries: state.queries.map(({ promise, ...query }) => query) }))
}

/** A key or a scope is a mutation's own; as a default for all that is hydrated they make no sense. */
function withoutKeyAndScope({ mutationKey, scope, ...options }) {
  return options
}

/**
 * Deliberate difference: a restored mutation that goes on because the one before it in its scope has ended has no
 * caller; if it fails, upstream leaves an unhandled rejection.
 */
export function ignoreUnhandledIfScoped(world, mutations) {
  if (mutations.some(({ scope }) => scope)) world.ignored.add('unhandled')
}

/** A stored state as it arrives: older, newer, or with promises that are known to be settled. */
function changed(state, { shift = 0, promises }) {
  const queries = state.queries.map((query) => ({
    ...query,
    state: { ...query.state, dataUpdatedAt: Math.max(0, query.state.dataUpdatedAt + shift) },
    dehydratedAt: query.dehydratedAt + shift,
    ...(promises === 'settled' &&
      query.queryKey?.[0] !== 'stream' && {
        promise: {
          then: (resolve) => resolve(query.queryType ? { pages: [{ page: 0 }], pageParams: [0] } : { v: -7 }),
        },
      }),
    ...(promises === 'none' && { promise: undefined }),
  }))
  return { ...state, queries, mutations: state.mutations.map(withoutStuckScope) }
}

/** One that was in flight when it was stored is resumed by nobody, and would hold back its scope for ever. */
export function withoutStuckScope({ scope, ...mutation }) {
  const isStuck = mutation.state.status === 'pending' && !mutation.state.isPaused
  return scope && !isStuck ? { ...mutation, scope } : mutation
}

export const HYDRATION_WORDS = {
  dehydrate: {
    group: 'hydration',
    weight: 6,
    draw: (draw) => ({
      ...draw.client(),
      ...draw.maybe(0.7, 'options', () => dehydrateOptions(draw)),
      ...draw.maybe(0.4, 'asText', () => true),
      name: draw.make('d'),
    }),
    play: (world, step) => {
      const made = world.library.dehydrate(world.client(step), world.build(step.options))
      world.log('dehydrated', dehydratedText(world, made))
      // Nobody else waits for these promises; one that fails is nobody's fault.
      made.queries.forEach(({ queryHash, promise }) =>
        promise?.then(
          (value) => world.log('dehydrated', `promise of ${queryHash} gives ${world.show(value)}`),
          (error) => world.log('dehydrated', `promise of ${queryHash} fails with ${world.show(error)}`),
        ),
      )
      world.add(step.name, { state: step.asText ? overTheWire(made) : made })
    },
  },
  hydrate: {
    group: 'hydration',
    weight: 8,
    inner: true,
    draw: (draw) => {
      const on = draw.one('d')
      return (
        on && {
          ...draw.client(),
          on,
          ...draw.maybe(0.6, 'options', () => hydrateOptions(draw)),
          ...draw.maybe(0.4, 'shift', () => draw.pick([-50, -1, 1, 30, 100])),
          ...draw.maybe(0.4, 'promises', () => draw.pick(['settled', 'none'])),
        }
      )
    },
    play: (world, step) => {
      const state = changed(world.get(step.on).state, step)
      ignoreUnhandledIfScoped(world, state.mutations)
      world.library.hydrate(world.client(step), state, world.build(step.options))
    },
  },
  hydrateNewClient: {
    group: 'hydration',
    weight: 4,
    draw: (draw) => {
      const on = draw.one('d')
      return (
        on && {
          on,
          name: draw.newName('h'),
          ...draw.maybe(0.5, 'options', () => hydrateOptions(draw)),
          ...draw.maybe(0.4, 'promises', () => draw.pick(['settled', 'none'])),
        }
      )
    },
    play: (world, step) => {
      const client = world.add(step.name, new world.library.QueryClient())
      world.names.set(client, step.name)
      world.clients.push(client)
      writeEvents(world, step.name, client)
      world.library.hydrate(client, changed(world.get(step.on).state, step), world.build(step.options))
      world.log(
        step.name,
        `has ${world.show(
          client
            .getQueryCache()
            .getAll()
            .map(({ queryHash, state }) => [queryHash, defined(state)]),
        )}`,
      )
    },
  },
  dehydrateQuery: {
    group: 'hydration',
    weight: 1,
    draw: (draw) => ({
      ...draw.client(),
      key: draw.key(),
      ...draw.maybe(0.3, 'serialize', () => ({ $: 'serialize' })),
    }),
    play: (world, step) => {
      const query = world.client(step).getQueryCache().find({ queryKey: step.key })
      if (!query) return
      const { promise, ...made } = world.library.dehydrateQuery(query, world.build(step.serialize))
      promise?.catch(() => undefined)
      world.log('dehydrated', entryText(world, made))
    },
  },
}

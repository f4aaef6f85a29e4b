/** Defaults of the client and of keys, in the order in which they are set. */
import { fetchOptions, mutationOptions, observerOptions } from '../options.mjs'

/** Most of them mean some of the same queries: then the order counts. */
const DEFAULT_KEYS = [['a'], ['a'], ['a', 1], ['a', { x: 1 }], ['a', {}], ['b'], [], [], ['c'], ['pages'], ['stream']]
const MUTATION_DEFAULT_KEYS = [['m'], ['m', 1], [], ['n']]

export function queryDefaults(draw) {
  const options = { ...fetchOptions(draw), ...observerOptions(draw) }
  const { initialData, initialDataUpdatedAt, placeholderData, queryHash, structuralSharing, ...rest } = options
  return Object.fromEntries(draw.random.some(Object.entries(rest), 0.8))
}

export const DEFAULTS_WORDS = {
  setQueryDefaults: {
    group: 'defaults',
    weight: 6,
    draw: (draw) => ({
      ...draw.client(),
      key: draw.pick(DEFAULT_KEYS),
      options: { ...queryDefaults(draw), ...(draw.chance(0.3) ? { queryFn: draw.source() } : {}) },
    }),
    play: (world, step) => world.client(step).setQueryDefaults(step.key, world.build(step.options)),
  },
  getQueryDefaults: {
    group: 'defaults',
    weight: 1,
    draw: (draw) => ({ ...draw.client(), key: draw.key() }),
    play: (world, step) =>
      world.log('answers', `getQueryDefaults ${world.show(world.client(step).getQueryDefaults(step.key))}`),
  },
  setMutationDefaults: {
    group: 'defaults',
    weight: 3,
    draw: (draw) => {
      const { scope, ...options } = mutationOptions(draw)
      return { ...draw.client(), key: draw.pick(MUTATION_DEFAULT_KEYS), options }
    },
    play: (world, step) => world.client(step).setMutationDefaults(step.key, world.build(step.options)),
  },
  getMutationDefaults: {
    group: 'defaults',
    weight: 1,
    draw: (draw) => ({ ...draw.client(), key: draw.mutationKey() }),
    play: (world, step) =>
      world.log('answers', `getMutationDefaults ${world.show(world.client(step).getMutationDefaults(step.key))}`),
  },
  setDefaultOptions: {
    group: 'defaults',
    weight: 1,
    draw: (draw) => ({
      ...draw.client(),
      options: {
        queries: queryDefaults(draw),
        ...draw.maybe(0.4, 'mutations', () => ({ retry: draw.int(2), retryDelay: 1 })),
      },
    }),
    play: (world, step) => world.client(step).setDefaultOptions(world.build(step.options)),
  },
  defaultQueryOptions: {
    group: 'defaults',
    weight: 1,
    draw: (draw) => ({
      ...draw.client(),
      options: { queryKey: draw.key(), ...fetchOptions(draw), ...observerOptions(draw) },
    }),
    play: (world, step) =>
      world.log(
        'answers',
        `defaultQueryOptions ${world.show(world.client(step).defaultQueryOptions(world.build(step.options)))}`,
      ),
  },
  defaultMutationOptions: {
    group: 'defaults',
    weight: 1,
    draw: (draw) => ({ ...draw.client(), options: mutationOptions(draw) }),
    play: (world, step) =>
      world.log(
        'answers',
        `defaultMutationOptions ${world.show(world.client(step).defaultMutationOptions(world.build(step.options)))}`,
      ),
  },
}

/** Mutations: by observers, and by the cache as persisters and devtools use it. */
import { mutationOptions } from '../options.mjs'
import { thenSteps } from './client.mjs'
import { ignoreUnhandledIfScoped, withoutStuckScope } from './hydration.mjs'

function patch(draw) {
  const fresh = mutationOptions(draw)
  if (draw.chance(0.3)) return fresh
  return Object.fromEntries(draw.random.some(Object.keys(fresh), 0.4).map((name) => [name, fresh[name]]))
}

function variables(draw) {
  return draw.pick([1, 'text', { id: 1 }, { id: 2 }, null])
}

function to(kind, weight, drawMore, play, inner = false) {
  return {
    group: 'mutations',
    weight,
    inner,
    draw: (draw) => {
      const on = draw.one(kind)
      return on && { on, ...drawMore(draw) }
    },
    play: (world, step) => play(world, step, world.get(step.on)),
  }
}

function subscribe(world, thing) {
  thing.unsubscribes.push(
    thing.observer.subscribe((result) => world.log(thing.name, `hears ${world.changes.of(thing.name, result)}`)),
  )
}

export const MUTATION_WORDS = {
  observeMutation: {
    group: 'mutations',
    weight: 6,
    draw: (draw) => ({
      ...draw.client(),
      options: mutationOptions(draw),
      name: draw.make('m'),
      ...draw.maybe(0.2, 'silent', () => true),
    }),
    play: (world, step) => {
      const options = world.build(step.options)
      const observer = new world.library.MutationObserver(world.client(step), options)
      const thing = world.add(step.name, { name: step.name, observer, options, unsubscribes: [] }, observer)
      thing.leave = () => thing.unsubscribes.forEach((unsubscribe) => unsubscribe())
      world.log(step.name, `begins with ${world.changes.of(step.name, observer.getCurrentResult())}`)
      if (!step.silent) subscribe(world, thing)
    },
  },
  mutate: to(
    'm',
    12,
    (draw) => ({
      name: draw.newName('p'),
      variables: variables(draw),
      ...draw.maybe(0.4, 'options', () => ({
        ...draw.maybe(0.6, 'onSuccess', () => draw.callback('ownSuccess')),
        ...draw.maybe(0.6, 'onError', () => draw.callback('ownError')),
        ...draw.maybe(0.6, 'onSettled', () => draw.callback('ownSettled')),
      })),
      ...thenSteps(draw),
    }),
    (world, step, { observer }) => world.watch(step, observer.mutate(step.variables, world.build(step.options))),
    true,
  ),
  mutateOfResult: to(
    'm',
    2,
    (draw) => ({ name: draw.newName('p'), variables: variables(draw) }),
    (world, step, { observer }) => world.watch(step, observer.getCurrentResult().mutate(step.variables)),
  ),
  resetOfResult: to(
    'm',
    1,
    () => ({}),
    (world, step, { observer }) => observer.getCurrentResult().reset(),
  ),
  resetMutation: to(
    'm',
    2,
    () => ({}),
    (world, step, { observer }) => observer.reset(),
    true,
  ),
  setMutationOptions: to(
    'm',
    4,
    (draw) => ({ patch: patch(draw) }),
    (world, step, thing) => {
      // Deliberate difference: a mutation under way whose scope changes blocks its old scope for ever upstream.
      const scope = thing.observer.getCurrentResult().isPending ? { scope: thing.options.scope } : {}
      thing.options = { ...thing.options, ...world.build(step.patch), ...scope }
      thing.observer.setOptions(thing.options)
      world.log(step.on, `has options and ${world.changes.of(step.on, thing.observer.getCurrentResult())}`)
    },
  ),
  unsubscribeMutation: to(
    'm',
    2,
    () => ({}),
    (world, step, thing) => thing.unsubscribes.pop()?.(),
    true,
  ),
  subscribeMutation: to(
    'm',
    2,
    () => ({}),
    (world, step, thing) => {
      subscribe(world, thing)
      world.log(step.on, `is subscribed with ${world.changes.of(step.on, thing.observer.getCurrentResult())}`)
    },
  ),

  buildMutation: {
    group: 'mutations',
    weight: 3,
    draw: (draw) => ({
      ...draw.client(),
      options: mutationOptions(draw),
      ...draw.maybe(0.4, 'state', () => storedState(draw)),
      name: draw.make('x'),
    }),
    play: (world, step) => {
      const client = world.client(step)
      const cache = client.getMutationCache()
      const options = step.state ? withoutStuckScope({ ...step.options, state: step.state }) : step.options
      if (step.state) ignoreUnhandledIfScoped(world, [options])
      const { state, ...built } = world.build({ ...options, state: step.state })
      world.add(step.name, { cache, mutation: cache.build(client, built, state) })
    },
  },
  execute: to(
    'x',
    4,
    (draw) => ({ name: draw.newName('p'), variables: variables(draw) }),
    // One that runs already is never executed by the library either; a stored one is continued.
    (world, step, { mutation }) => {
      if (mutation.state.status !== 'pending') world.watch(step, mutation.execute(step.variables))
    },
  ),
  continue: to(
    'x',
    2,
    (draw) => ({ name: draw.newName('p') }),
    (world, step, { mutation }) => world.watch(step, mutation.continue()),
  ),
  setOptionsOfMutation: to(
    'x',
    1,
    (draw) => ({ options: mutationOptions(draw) }),
    (world, step, { mutation }) => mutation.setOptions({ ...world.build(step.options), scope: mutation.options.scope }),
  ),
  canRun: to(
    'x',
    1,
    () => ({}),
    (world, step, { mutation, cache }) =>
      world.log(
        'answers',
        `canRun ${cache.canRun(mutation)}, meta ${world.show(mutation.meta)}, gcTime ${mutation.gcTime}`,
      ),
  ),
  runNext: to(
    'x',
    0.5,
    (draw) => ({ name: draw.newName('p') }),
    // When it settles is compared, not with what: nobody says so.
    (world, step, { mutation, cache }) =>
      world.watch(
        step,
        cache.runNext(mutation).then(() => undefined),
      ),
  ),
  removeMutation: to(
    'x',
    1,
    () => ({}),
    (world, step, { mutation, cache }) => cache.remove(mutation),
    true,
  ),
  removeMutations: {
    group: 'mutations',
    weight: 1,
    inner: true,
    draw: (draw) => ({ ...draw.client(), filters: draw.mutationFilters() }),
    play: (world, step) => {
      const cache = world.client(step).getMutationCache()
      cache.findAll(world.build(step.filters)).forEach((mutation) => cache.remove(mutation))
    },
  },
  clearMutations: {
    group: 'mutations',
    weight: 0.3,
    draw: (draw) => draw.client(),
    play: (world, step) => world.client(step).getMutationCache().clear(),
  },
  resumePausedMutations: {
    group: 'mutations',
    weight: 3,
    inner: true,
    draw: (draw) => ({ ...draw.client(), name: draw.newName('p'), ...thenSteps(draw) }),
    play: (world, step) => world.watch(step, world.client(step).resumePausedMutations()),
  },
}

/** The state of a mutation that was stored while it was under way. */
function storedState(draw) {
  const status = draw.pick(['pending', 'pending', 'idle', 'success'])
  return {
    context: draw.pick([{ $: 'absent' }, { kept: 2 }]),
    data: { $: 'absent' },
    error: null,
    failureCount: draw.int(2),
    failureReason: null,
    isPaused: status === 'pending' && draw.chance(0.6),
    status,
    variables: variables(draw),
    submittedAt: draw.time(),
  }
}

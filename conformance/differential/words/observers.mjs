/** Observers of one query, plain or infinite, as an app and as an adapter use them. */
import { cancelRefetch, infiniteOptions, queryOptions, resultFields } from '../options.mjs'
import { thenSteps } from './client.mjs'

/** Of plain queries, of streams, of infinite ones. */
const KINDS = ['o', 's', 'i']

const OPTIONS = { o: queryOptions, s: (draw) => queryOptions(draw, draw.streamKey()), i: infiniteOptions }

/** Members of the options that a later step replaces. */
function patch(draw, on) {
  const fresh = OPTIONS[on[0]](draw)
  if (draw.chance(0.25)) return fresh
  const names = draw.random.some(Object.keys(fresh), 0.3)
  return Object.fromEntries(names.map((name) => [name, fresh[name]]))
}

/** An observer with the options it has now; those of a step come over them. */
function patched(world, step, thing) {
  thing.options = { ...thing.options, ...world.build(step.patch) }
  return thing.options
}

function optionsText(world, thing) {
  return world.changes.of(thing.name, thing.observer.getCurrentResult())
}

function subscribe(world, thing, acts) {
  let calls = 0
  const unsubscribe = thing.observer.subscribe((result) => {
    world.log(thing.name, `hears ${world.changes.of(thing.name, result)}`)
    if (acts && ++calls === acts.at) acts.steps.forEach((step) => world.perform(step))
  })
  thing.unsubscribes.push(unsubscribe)
}

/** A word that does something to an observer. */
function toObserver(weight, drawMore, play, { kinds = KINDS, group = 'core', inner = false } = {}) {
  return {
    group,
    weight,
    inner,
    draw: (draw) => {
      const on = draw.one(...kinds)
      return on && { on, ...drawMore(draw, on) }
    },
    play: (world, step) => play(world, step, world.get(step.on)),
  }
}

/** A word that asks an observer for a promise. */
function ofObserver(method, weight, kinds, group = 'core') {
  const drawMore = (draw) => ({
    name: draw.newName('p'),
    ...draw.maybe(0.4, 'options', () => cancelRefetch(draw)),
    ...thenSteps(draw),
  })
  const play = (world, step, { observer }) => world.watch(step, observer[method](world.build(step.options)))
  return toObserver(weight, drawMore, play, { kinds, group, inner: true })
}

function observe(kind, weight, group, Observer) {
  return {
    group,
    weight,
    draw: (draw) => ({
      ...draw.client(),
      options: OPTIONS[kind](draw),
      name: draw.make(kind),
      ...draw.maybe(0.15, 'silent', () => true),
      ...draw.maybe(draw.has('acts') ? 0.15 : 0, 'acts', () => draw.acts()),
    }),
    play: (world, step) => {
      const options = world.build(step.options)
      const observer = new world.library[Observer](world.client(step), options)
      const thing = world.add(
        step.name,
        { name: step.name, observer, options, client: world.client(step), unsubscribes: [] },
        observer,
      )
      thing.leave = () => thing.unsubscribes.forEach((unsubscribe) => unsubscribe())
      world.log(step.name, `begins with ${optionsText(world, thing)}`)
      if (step.silent) return
      subscribe(world, thing, step.acts)
      world.log(step.name, `is subscribed with ${optionsText(world, thing)}`)
    },
  }
}

/** What an adapter does when its component renders: defaulted options, an optimistic result, tracked members. */
function render(world, step, thing) {
  const options = thing.client.defaultQueryOptions(patched(world, step, thing))
  options._optimisticResults = step.restoring ? 'isRestoring' : 'optimistic'
  const result = thing.observer.getOptimisticResult(options)
  world.log(thing.name, `renders ${world.changes.of(`${thing.name} rendered`, result)}`)
  if (step.tracks) {
    const tracked = thing.observer.trackResult(result)
    world.log(thing.name, `reads ${world.show(step.tracks.map((field) => tracked[field]))}`)
  }
  if (step.suspends && result.isPending) {
    world.watch({ ...step, name: step.suspends }, thing.observer.fetchOptimistic(options), (value) => world.show(value))
  }
  if (!step.thrownAway) thing.observer.setOptions(options)
}

export const OBSERVER_WORDS = {
  observe: observe('o', 12, 'core', 'QueryObserver'),
  observePages: observe('i', 7, 'infinite', 'InfiniteQueryObserver'),
  observeStream: observe('s', 7, 'streams', 'QueryObserver'),

  subscribe: toObserver(
    3,
    (draw) => draw.maybe(draw.has('acts') ? 0.2 : 0, 'acts', () => draw.acts()),
    (world, step, thing) => {
      subscribe(world, thing, step.acts)
      world.log(step.on, `is subscribed with ${optionsText(world, thing)}`)
    },
  ),
  unsubscribe: toObserver(
    4,
    () => ({}),
    (world, step, thing) => {
      thing.unsubscribes.pop()?.()
      world.log(step.on, 'is unsubscribed')
    },
    { inner: true },
  ),
  destroy: toObserver(
    0.5,
    () => ({}),
    (world, step, thing) => thing.observer.destroy(),
    { inner: true },
  ),

  setOptions: toObserver(
    5,
    (draw, on) => ({ patch: patch(draw, on) }),
    (world, step, thing) => {
      thing.observer.setOptions(patched(world, step, thing))
      world.log(step.on, `has options and ${optionsText(world, thing)}`)
    },
  ),

  render: toObserver(
    7,
    (draw, on) => ({
      ...draw.maybe(0.4, 'patch', () => patch(draw, on)),
      ...draw.maybe(0.5, 'tracks', () => resultFields(draw)),
      ...draw.maybe(0.15, 'restoring', () => true),
      ...draw.maybe(0.3, 'suspends', () => draw.newName('p')),
      ...draw.maybe(0.15, 'thrownAway', () => true),
    }),
    render,
    { group: 'rendering' },
  ),
  track: toObserver(
    2,
    (draw) => ({ tracks: resultFields(draw) }),
    (world, step, thing) => {
      const seen = []
      const tracked = thing.observer.trackResult(thing.observer.getCurrentResult(), (field) => seen.push(field))
      world.log(step.on, `reads ${world.show(step.tracks.map((field) => tracked[field]))}, tracks ${seen}`)
    },
    { group: 'rendering' },
  ),
  trackProp: toObserver(
    1,
    (draw) => ({ tracks: resultFields(draw) }),
    (world, step, thing) => step.tracks.forEach((field) => thing.observer.trackProp(field)),
    { group: 'rendering' },
  ),
  fetchOptimistic: toObserver(
    2,
    (draw, on) => ({ name: draw.newName('p'), ...draw.maybe(0.5, 'patch', () => patch(draw, on)) }),
    (world, step, thing) => {
      world.watch(step, thing.observer.fetchOptimistic({ ...thing.options, ...world.build(step.patch) }))
    },
    { group: 'rendering' },
  ),

  current: toObserver(
    2,
    () => ({}),
    (world, step, { name, observer }) => {
      const result = observer.getCurrentResult()
      world.log(
        name,
        `has ${world.changes.of(name, result)} of ${world.show(observer.getCurrentQuery())}, fetches if back: ${observer.shouldFetchOnReconnect()}, ${observer.shouldFetchOnWindowFocus()}`,
      )
    },
  ),
  updateResult: toObserver(
    0.5,
    () => ({}),
    (world, step, { observer }) => observer.updateResult(),
  ),

  refetch: ofObserver('refetch', 6, KINDS),
  refetchOfResult: toObserver(
    1,
    (draw) => ({ name: draw.newName('p') }),
    (world, step, { observer }) => {
      const { refetch, fetchNextPage = refetch } = observer.getCurrentResult()
      world.watch(step, fetchNextPage())
    },
  ),
  fetchNextPage: ofObserver('fetchNextPage', 6, ['i'], 'infinite'),
  fetchPreviousPage: ofObserver('fetchPreviousPage', 4, ['i'], 'infinite'),
}
